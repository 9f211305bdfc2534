using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;

namespace TriageBot.Language.Replies;

/// <summary>Turns a reply into the typed answer of the question that is out; one file for each kind of question.</summary>
internal static class ReplyReader
{
    public static Reply Read(PatientReader reader, AskedQuestion asked, Reading reading, string text)
    {
        return asked.Question.Kind switch
        {
            QuestionKind.YesNo => YesNoReply.Read(asked, reading, Words()),
            QuestionKind.AnyOf => AnyOfReply.Read(asked, reading, Words()),
            QuestionKind.Temperature => TemperatureReply.Read(reading, Words()),
            QuestionKind.Scale => ScaleReply.Read(reading, Words()),
            QuestionKind.Choice => ChoiceReply.Read(asked, reading, Words()),
            QuestionKind.Phone => PhoneReply.Read(text),
            QuestionKind.Text => new Reply(string.IsNullOrWhiteSpace(text) ? null : new Answer.Words(text.Trim())),
            _ => throw new InvalidOperationException($"no reader for a question of kind {asked.Question.Kind}"),
        };

        ReplyWords Words() => ReplyWords.Of(reader, reading.Language, text);
    }
}
