using TriageBot.Language;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Conversation.CheckIns;

/// <summary>What a text reports, as the sheet keeps it.</summary>
internal static class Heard
{
    public static IEnumerable<Observation> In(Reading reading) =>
        reading.Mentions.Select(mention => mention.Observation).Where(o => Vocabulary.IsObservable(o.Finding));

    /// <summary>
    /// The sheet with what the turn's text reports. A doubt that the text voices beside its own answer is kept; the answer
    /// itself is left to the question that is out.
    /// </summary>
    public static AnswerSheet By(CheckInTurn turn)
    {
        var sheet = turn.CheckIn.Sheet;
        var said = In(turn.Reading!);
        if (turn.CheckIn.Out is not { } asked || turn.Protocol.Find(asked.Id) is not { } question)
        {
            return Script.Hear(turn.Protocol, sheet, said);
        }

        var answered = sheet.With(question.Id, turn.ReplyTo(question).Answer ?? sheet[question.Id]);
        return Script.Hear(turn.Protocol, answered, said, question.Id).With(question.Id, sheet[question.Id]);
    }
}
