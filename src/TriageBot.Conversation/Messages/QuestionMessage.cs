using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Dialogs;
using TriageBot.Conversation.Phrases;
using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.Messages;

/// <summary>A question as a message: one question a text, options on their own lines, the same choices as buttons.</summary>
internal static class QuestionMessage
{
    /// <param name="lead">What is said before the question in the same message, or null.</param>
    public static Activity Of(Question question, CheckInTurn turn, string? lead)
    {
        var options = ShownOption.Of(question, turn.Phrases);
        var stem = Message.Text(turn, QuestionKeys.KeyOf(question));
        var text = TextOf(question, stem, turn, options);
        var message = Message.Of(
            lead is null ? text : $"{lead}\n\n{text}",
            TriageData.OfQuestion(question, stem, options)
        );
        message.InputHint = InputHints.ExpectingInput;
        if (options.Count > 0)
        {
            message.SuggestedActions = new SuggestedActions
            {
                Actions =
                [
                    .. options.Select(option => new CardAction
                    {
                        Type = ActionTypes.ImBack,
                        Title = option.Label,
                        Value = option.Value,
                    }),
                ],
            };
        }

        return message;
    }

    private static string TextOf(Question question, string stem, CheckInTurn turn, List<ShownOption> options)
    {
        var phrases = turn.Phrases;
        if (question.Section == ContactQuestions.Section)
        {
            return stem;
        }

        var tail = phrases.Find($"{QuestionKeys.KeyOf(question)}.tail");
        return question.Kind switch
        {
            QuestionKind.YesNo => $"{stem}\n{tail ?? phrases.Say("tail.yes-no")}",
            QuestionKind.AnyOf => Listed(tail ?? phrases.Say("tail.any-of")),
            QuestionKind.Choice => Listed(tail ?? phrases.Say("tail.choice")),
            _ => tail is null ? stem : $"{stem}\n{tail}",
        };

        string Listed(string last) =>
            string.Join(
                '\n',
                options
                    .Take(question.Options.Length)
                    .Select(option => $"{option.Value} {option.Label}")
                    .Prepend(stem)
                    .Append(last)
            );
    }
}
