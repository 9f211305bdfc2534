using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation.CheckIns;

/// <summary>Answers to emergency questions age: a "none of these" of this morning says nothing of tonight.</summary>
internal static class StaleAnswers
{
    /// <summary>
    /// Opens the emergency questions that were answered too long ago, so that they are asked again. An answer that holds
    /// the route up stays.
    /// </summary>
    public static void Forget(CheckInTurn turn)
    {
        var oldest = turn.Now - TimeSpan.FromHours(turn.Protocol.Thresholds.StaleHours);
        var stale = turn
            .CheckIn.Answered.Where(answered => answered.At < oldest)
            .Select(answered => answered.Question)
            .Where(question => turn.Protocol.Find(question)?.Stakes == Stakes.Emergency);
        var sheet = turn.CheckIn.Sheet;
        foreach (var question in stale)
        {
            var open = sheet.Without([question]);
            sheet = Worth(turn.Protocol, open) < Worth(turn.Protocol, sheet) ? sheet : open;
        }

        turn.Change(c => c with { Sheet = sheet });
    }

    private static Disposition Worth(Protocol protocol, AnswerSheet sheet) =>
        Triage
            .Assess(protocol, sheet)
            .Reasons.Aggregate(Disposition.SelfCare, (most, reason) => Disposition.Max(most, reason.Rule.Disposition));
}
