using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation.Effects;

/// <summary>
/// What a turn changes beside its messages and its state. Dialogs add to it; whoever runs the turn commits all of it in
/// the turn's own transaction, or none.
/// </summary>
public sealed class TurnEffects
{
    private readonly List<CaseReport> cases = [];
    private readonly List<TimerChange> timers = [];
    private readonly List<AuditEntry> audit = [];
    private readonly List<CaseNote> caseNotes = [];

    public IReadOnlyList<CaseReport> Cases => cases;

    public IReadOnlyList<TimerChange> Timers => timers;

    public IReadOnlyList<AuditEntry> Audit => audit;

    public IReadOnlyList<CaseNote> CaseNotes => caseNotes;

    /// <summary>Opens the case, or brings the one with the same id up to date; a case never falls in urgency.</summary>
    public void Report(CaseReport report)
    {
        cases.RemoveAll(earlier => earlier.Id == report.Id);
        cases.Add(report);
    }

    /// <summary>Wakes the conversation at <paramref name="due"/> with an event of the timer's name; replaces an earlier one.</summary>
    public void SetTimer(string name, DateTimeOffset due) => timers.Add(new TimerChange(name, due));

    public void CancelTimer(string name) => timers.Add(new TimerChange(name, null));

    /// <summary>Notes what happened, in words that hold no text of the patient.</summary>
    public void Note(string kind, string detail) => audit.Add(new AuditEntry(kind, detail));

    /// <summary>Appends to a case's chain of events what somebody outside did about it.</summary>
    public void NoteOnCase(string id, string kind, string? text) => caseNotes.Add(new CaseNote(id, kind, text));
}

/// <param name="Due">When it fires; null cancels it.</param>
public sealed record TimerChange(string Name, DateTimeOffset? Due);

/// <param name="Kind">kebab-case: <c>answer-corrected</c>, <c>protocol-switched</c> …</param>
public sealed record AuditEntry(string Kind, string Detail);

/// <param name="Case">The case's id.</param>
/// <param name="Kind">kebab-case: <c>handoff-accepted</c> …</param>
/// <param name="Text">In the other side's words, or null.</param>
public sealed record CaseNote(string Case, string Kind, string? Text);

public enum CaseKind
{
    /// <summary>The clinical rules ask for a nurse.</summary>
    Triage,

    /// <summary>A turn failed; a nurse reads what the patient wrote.</summary>
    BotFailed,

    /// <summary>A text that mattered could not be delivered.</summary>
    Undelivered,
}

/// <summary>A case as the conversation knows it now: the whole of the nurse's card.</summary>
/// <param name="Id">Stable for the life of the case.</param>
/// <param name="Due">By when a nurse must act.</param>
/// <param name="PromisedBy">The clock time that the patient was told, where one was.</param>
public sealed record CaseReport(
    string Id,
    CaseKind Kind,
    Disposition Disposition,
    DateTimeOffset Due,
    DateTimeOffset? PromisedBy,
    CaseCard Card
);
