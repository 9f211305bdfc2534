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

    /// <summary>The fact that the protocol's rule on silence reads.</summary>
    private const string Fact = "silent";

    /// <summary>Starts the clock when such a question goes out, and stops it when none is out any more.</summary>
    public static void Watch(CheckInTurn turn)
    {
        var watched =
            turn.CheckIn.Out is { } question
            && turn.Protocol.Find(question.Id)?.Stakes == Stakes.Emergency
            && !turn.CheckIn.Sheet.Facts.ContainsKey(Fact)
            && NamedSymptoms(turn);
        if (watched)
        {
            var due = turn.CheckIn.Out!.At + TimeSpan.FromMinutes(turn.Protocol.Thresholds.SilenceMinutes);
            turn.Effects.SetTimer(Timer, due);
        }
        else
        {
            turn.Effects.CancelTimer(Timer);
        }
    }

    /// <summary>The time is over: a case opens, and the patient is told only what is true.</summary>
    public static async Task BreakAsync(ITurnContext context, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(context);
        if (turn.CheckIn.Out is null)
        {
            return;
        }

        turn.Change(c => c with { Sheet = c.Sheet.Knowing(Fact, "yes") });
        CaseDesk.Update(turn);
        await context.SayAsync("silence", TriageData.OfText("question"), cancellation);
    }

    private static bool NamedSymptoms(CheckInTurn turn) =>
        Evidence
            .Of(turn.Protocol, turn.CheckIn.Sheet)
            .Observations.Any(o => o.Polarity != Polarity.Absent && Vocabulary.Findings.Contains(o.Finding));
}
