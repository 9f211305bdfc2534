using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Conversation.Dialogs;
using TriageBot.Conversation.Phrases;
using TriageBot.Language;
using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.Messages;

/// <summary>One choice as the patient sees it.</summary>
/// <param name="Value">What to send: its number, 0 for none, 9 for not sure.</param>
/// <param name="Asks">The findings and facts that it asks about.</param>
internal sealed record ShownOption(string Label, string Value, ImmutableArray<string> Asks)
{
    public static List<ShownOption> Of(Question question, PhraseBook phrases) =>
        question.Kind switch
        {
            QuestionKind.YesNo =>
            [
                new(phrases.Say("option.yes"), "1", question.Asks),
                new(phrases.Say("option.no"), "2", []),
                new(phrases.Say("option.unsure"), "9", []),
            ],
            QuestionKind.AnyOf =>
            [
                .. Numbered(question, phrases),
                new(phrases.Say("option.none"), "0", []),
                new(phrases.Say("option.unsure"), "9", []),
            ],
            QuestionKind.Choice when question.Section == ContactQuestions.Section => [.. Numbered(question, phrases)],
            QuestionKind.Choice => [.. Numbered(question, phrases), new(phrases.Say("option.unsure"), "9", [])],
            _ => [],
        };

    /// <summary>The question as the reader needs it, with the labels that the patient saw.</summary>
    public static AskedQuestion Asked(Question question, PhraseBook phrases) =>
        new(
            question,
            [.. question.Options.Select(o => new AskedOption(o.Id, phrases.Say(QuestionKeys.KeyOf(question, o))))]
        );

    private static IEnumerable<ShownOption> Numbered(Question question, PhraseBook phrases) =>
        question.Options.Select(
            (option, index) =>
                new ShownOption(
                    phrases.Say(QuestionKeys.KeyOf(question, option)),
                    (index + 1).ToString(CultureInfo.InvariantCulture),
                    option.Asks
                )
        );
}
