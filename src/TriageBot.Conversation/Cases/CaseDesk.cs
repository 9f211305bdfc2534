using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation.Cases;

/// <summary>
/// Opens and raises the case of a check-in, in the turn in which the rules first ask for a nurse. A case only ever becomes
/// more urgent here; a nurse alone closes it.
/// </summary>
internal static class CaseDesk
{
    /// <summary>Brings the case in line with what the rules say now; does nothing while they ask for no nurse.</summary>
    public static void Update(CheckInTurn turn)
    {
        if (turn.CheckIn.Case is not null || IsCalledFor(turn))
        {
            Open(turn);
        }
    }

    /// <summary>True where the rules ask for a nurse, for more than what a nurse has closed already.</summary>
    public static bool IsCalledFor(CheckInTurn turn) =>
        turn.Assessment.NeedsCase
        && (
            turn.CheckIn.ClosedFor.Count == 0
            || turn.Assessment.Reasons.Any(reason => !turn.CheckIn.ClosedFor.Contains(reason.Rule.Id))
        );

    /// <summary>Opens or raises the case whether or not a rule asks for it: what is left unclear is a nurse's too.</summary>
    public static void Open(CheckInTurn turn)
    {
        var assessment = turn.Assessment;
        var standing = turn.CheckIn.Case;
        var disposition = standing is null
            ? assessment.Disposition
            : Disposition.Max(standing.Disposition, assessment.Disposition);
        var due = turn.Now + (disposition.Within ?? TimeSpan.FromMinutes(turn.Protocol.Thresholds.EmergencyMinutes));
        if (standing is not null && (disposition == standing.Disposition || standing.Due < due))
        {
            due = standing.Due;
        }

        var link = new CaseLink(
            standing?.Id ?? Guid.CreateVersion7(turn.Now).ToString("N"),
            disposition,
            due,
            standing?.PromisedBy,
            standing?.Misses ?? 0
        );
        turn.Change(c => c with { Case = link });
        turn.Effects.Report(
            new CaseReport(
                link.Id,
                CaseKind.Triage,
                disposition,
                due,
                link.PromisedBy,
                CardWriter.Write(turn, disposition)
            )
        );
    }
}
