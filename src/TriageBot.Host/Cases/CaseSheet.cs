using TriageBot.Conversation.Effects;
using TriageBot.Records.CaseFiles;

namespace TriageBot.Host.Cases;

/// <summary>A case with all that a nurse needs, for programs and, as <paramref name="Text"/>, for people.</summary>
/// <param name="Card">Null where it was erased.</param>
/// <param name="Fault">What is wrong with the chain of events; null where it is whole.</param>
/// <param name="Text">The same in plain text, in the hospital's time.</param>
internal sealed record CaseSheet(
    CaseLine Case,
    CaseCard? Card,
    DateTimeOffset? PromisedBy,
    string? Outcome,
    IReadOnlyList<CaseStep> Events,
    IReadOnlyList<SaidLine> Transcript,
    string? Fault,
    string Text
)
{
    public static CaseSheet Of(CaseFile file, TimeZoneInfo zone, DateTimeOffset now)
    {
        var sheet = new CaseSheet(
            CaseLine.Of(file.Case, zone, now),
            file.Card,
            file.Case.PromisedBy,
            file.Case.Outcome,
            [.. file.Events.Select(entry => new CaseStep(entry.Kind, entry.At, entry.Actor))],
            [.. file.Transcript.Select(said => new SaidLine(said.ByPatient ? "patient" : "bot", said.At, said.Text))],
            file.Fault,
            ""
        );
        return sheet with { Text = CardText.Write(sheet, zone) };
    }
}

/// <param name="Kind">"opened", "raised", "acknowledged" …</param>
/// <param name="Actor">"bot", "clock" or a nurse's name.</param>
internal sealed record CaseStep(string Kind, DateTimeOffset At, string Actor);

/// <param name="By">"patient" or "bot".</param>
/// <param name="Text">Null where it was erased.</param>
internal sealed record SaidLine(string By, DateTimeOffset At, string? Text);
