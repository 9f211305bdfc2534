using TriageBot.Conversation.Cases;
using TriageBot.Conversation.Messages;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.CheckIns;

/// <summary>An emergency question that stands unanswered after symptoms were named becomes a nurse's work.</summary>
internal static class Silence
{
    public const string Timer = "silence";

    /// <summary>The facts that the protocol's rules on silence and on skipped questions read.</summary>
    private const string Silent = "silent";
    private const string Skipped = "skipped";

    /// <summary>
    /// Starts the clock when an emergency question becomes the next one, whatever is said meanwhile, and ends it when none
    /// is open any more.
    /// </summary>
    public static void Watch(CheckInTurn turn)
    {
        var open = turn.CheckIn is { Stage: Stage.Talking, Told: null } ? OpenEmergencyQuestion(turn) : null;
        var standstill =
            open is null ? null
            : turn.CheckIn.Standstill?.Question == open ? turn.CheckIn.Standstill
            : new Standstill(open, turn.Now);
        turn.Change(c => c with { Standstill = standstill });
        if (standstill is not null && !turn.CheckIn.Sheet.Facts.ContainsKey(Silent))
        {
            var minutes = turn.Protocol.Thresholds.SilenceMinutes;
            turn.Effects.SetTimer(Timer, standstill.Since + TimeSpan.FromMinutes(minutes));
        }
        else
        {
            turn.Effects.CancelTimer(Timer);
        }
    }

    /// <summary>Notes that a patient who named a symptom leaves an emergency question open on purpose.</summary>
    public static void NoteSkipped(CheckInTurn turn)
    {
        if (turn.CheckIn.Told is null && OpenEmergencyQuestion(turn) is not null)
        {
            turn.Change(c => c with { Sheet = c.Sheet.Knowing(Skipped, "yes") });
        }
    }

    /// <summary>The time is over: a case opens, and the patient is told only what is true.</summary>
    public static async Task BreakAsync(ITurnContext context, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(context);
        if (turn.CheckIn.Standstill is null)
        {
            return;
        }

        turn.Change(c => c with { Sheet = c.Sheet.Knowing(Silent, "yes") });
        CaseDesk.Update(turn);
        await context.SayAsync("silence", TriageData.OfText("question"), cancellation);
    }

    private static string? OpenEmergencyQuestion(CheckInTurn turn) =>
        NamedSymptoms(turn) && turn.Assessment.Next is { Stakes: Stakes.Emergency, Id: var id } ? id : null;

    private static bool NamedSymptoms(CheckInTurn turn) =>
        turn.Assessment.Evidence.Observations.Any(o =>
            o.Polarity != Polarity.Absent && Vocabulary.Findings.Contains(o.Finding)
        );
}
