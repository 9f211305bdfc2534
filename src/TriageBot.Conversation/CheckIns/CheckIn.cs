using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation.CheckIns;

public enum Stage
{
    /// <summary>Nothing has been said yet.</summary>
    New,

    /// <summary>The script, or the questions after an outcome, are running.</summary>
    Talking,

    /// <summary>The outcome has been told and nothing is asked.</summary>
    Ended,
}

/// <summary>
/// One check-in as it is kept between turns. The dialog stack is only a cache of where it stands: everything that must not
/// be lost, or asked twice, is here.
/// </summary>
public sealed record CheckIn
{
    public Stage Stage { get; init; }

    /// <summary>The protocol, by id and by the hash of the text that this check-in began with.</summary>
    public required string Protocol { get; init; }
    public required string ProtocolHash { get; init; }

    /// <summary>"en", "es".</summary>
    public required string Language { get; init; }

    public AnswerSheet Sheet { get; init; } = AnswerSheet.Empty;

    /// <summary>The question that waits for an answer, or null.</summary>
    public OpenQuestion? Out { get; init; }

    /// <summary>The questions answered, in order, with the time of the answer.</summary>
    public IReadOnlyList<Answered> Answered { get; init; } = [];

    /// <summary>The patient's own words, oldest first.</summary>
    public IReadOnlyList<Quote> Words { get; init; } = [];

    public bool Greeted { get; init; }

    /// <summary>True once a nurse was asked for; the second time the questions stop.</summary>
    public bool AskedForNurse { get; init; }

    /// <summary>What the patient was told, or null while nothing was.</summary>
    public Disposition? Told { get; init; }

    /// <summary>The rules whose case a nurse has closed: the same words do not open it again.</summary>
    public IReadOnlyList<string> ClosedFor { get; init; } = [];

    /// <summary>The emergency rules that the patient has been given the instruction for.</summary>
    public IReadOnlyList<string> InstructedFor { get; init; } = [];

    /// <summary>Since when the script has stood at the same emergency question, or null where it stands at none.</summary>
    public Standstill? Standstill { get; init; }

    /// <summary>What the patient said after the emergency instruction, or null while they said nothing.</summary>
    public Help? Help { get; init; }

    /// <summary>The case that stands for this check-in, or null.</summary>
    public CaseLink? Case { get; init; }

    /// <summary>What an open case said before answers were taken back or a new check-in began, or null.</summary>
    public EarlierFindings? Earlier { get; init; }

    public ContactDetails Contact { get; init; } = new();

    /// <summary>"patient", "carer" or "unknown".</summary>
    public string Writer { get; init; } = "unknown";
}

/// <summary>Whether an emergency patient gets help.</summary>
public enum Help
{
    Coming,
    CannotCall,

    /// <summary>They answered, and it could not be read.</summary>
    Unclear,
}

/// <param name="Id">A question of the protocol, or of <see cref="Dialogs.ContactQuestions"/>.</param>
/// <param name="At">When it went out last.</param>
/// <param name="Unread">Replies in a row that could not be read.</param>
/// <param name="Repeated">True where it went out again because an answer came too soon to be meant for it.</param>
/// <param name="ActivityId">The message that carried it, so that a reply can name it.</param>
public sealed record OpenQuestion(string Id, DateTimeOffset At, int Unread, bool Repeated, string? ActivityId);

/// <param name="Question">The emergency question that is open.</param>
/// <param name="Since">When it became the next one; reminders do not move it.</param>
public sealed record Standstill(string Question, DateTimeOffset Since);

public sealed record Answered(string Question, DateTimeOffset At);

/// <param name="Due">By when a nurse must act; only ever moves to an earlier time.</param>
/// <param name="PromisedBy">The time told to the patient, or null.</param>
/// <param name="Misses">How often a promised time has gone by.</param>
public sealed record CaseLink(
    string Id,
    Disposition Disposition,
    DateTimeOffset Due,
    DateTimeOffset? PromisedBy,
    int Misses
);

/// <summary>A nurse sees them as long as the case stands.</summary>
public sealed record EarlierFindings(
    IReadOnlyList<string> Findings,
    IReadOnlyList<ReasonLine> Reasons,
    IReadOnlyList<string> Denied,
    IReadOnlyList<string> NotRead,
    string? Procedure,
    string? BloodThinner
);

/// <param name="Phone">E.164.</param>
/// <param name="InTheMorning">True where the patient would rather be called in the next shift than at night.</param>
public sealed record ContactDetails(
    string? Phone = null,
    string? Name = null,
    bool? VoiceMail = null,
    bool InTheMorning = false
);
