using System.Globalization;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>Makes the message that shows a list of choices.</summary>
public class ChoiceFactory
{
    private const int MostInlineChoices = 3;

    /// <summary>
    /// Makes a message in the style that suits the channel: buttons where it has them and the titles are short,
    /// else a sentence for up to three choices, else a list.
    /// </summary>
    /// <param name="channelId">One of <see cref="Connector.Channels"/>; null is a channel without buttons.</param>
    /// <param name="list">The choices.</param>
    /// <param name="text">The text before the choices.</param>
    /// <param name="speak">The text to speak.</param>
    /// <param name="options">How choices are written into a text.</param>
    /// <param name="conversationType">
    /// The type of the conversation: Teams has suggested actions in <c>personal</c> ones only.
    /// </param>
    /// <param name="toList">Ids of those who see suggested actions; null for all.</param>
    public static IMessageActivity ForChannel(
        string? channelId,
        IList<Choice>? list,
        string? text = null,
        string? speak = null,
        ChoiceFactoryOptions? options = null,
        string? conversationType = null,
        IList<string>? toList = null
    )
    {
        channelId ??= string.Empty;
        list ??= [];
        var titlesFit = list.All(choice => TitleOf(choice).Length <= Channel.MaxActionTitleLength(channelId));
        if (titlesFit && Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
        {
            return SuggestedAction(list, text, speak, toList);
        }

        if (titlesFit && Channel.SupportsCardActions(channelId, list.Count))
        {
            return HeroCard(list, text, speak);
        }

        return titlesFit && list.Count <= MostInlineChoices
            ? Inline(list, text, speak, options)
            : List(list, text, speak, options);
    }

    /// <summary>Makes a message that lists the choices in its sentence.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The text before the choices.</param>
    /// <param name="speak">The text to speak.</param>
    /// <param name="options">How choices are written into the text.</param>
    public static Activity Inline(
        IList<Choice>? choices,
        string? text = null,
        string? speak = null,
        ChoiceFactoryOptions? options = null
    )
    {
        var titles = NumberedTitles(choices ?? [], options, "({0}) ", string.Empty);
        var separator = options?.InlineSeparator ?? ", ";
        var or = titles.Count == 2 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
        var sentence =
            titles.Count < 2
                ? string.Concat(titles)
                : string.Concat(string.Join(separator, titles.SkipLast(1)), or, titles[^1]);
        return MessageFactory.Text($"{text} {sentence}", speak, InputHints.ExpectingInput);
    }

    /// <summary>Makes a message with one line for each choice.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The text before the choices.</param>
    /// <param name="speak">The text to speak.</param>
    /// <param name="options">Whether the lines are numbered.</param>
    public static Activity List(
        IList<Choice>? choices,
        string? text = null,
        string? speak = null,
        ChoiceFactoryOptions? options = null
    )
    {
        var lines = NumberedTitles(choices ?? [], options, "{0}. ", "- ");
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    /// <inheritdoc cref="List(IList{Choice}, string, string, ChoiceFactoryOptions)"/>
    public static Activity List(
        IList<string>? choices,
        string? text = null,
        string? speak = null,
        ChoiceFactoryOptions? options = null
    ) => List(ToChoices(choices), text, speak, options);

    /// <summary>Makes a message with a button for each choice.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The text of the message.</param>
    /// <param name="speak">The text to speak.</param>
    /// <param name="toList">Ids of those who see the buttons; null for all.</param>
    public static IMessageActivity SuggestedAction(
        IList<Choice>? choices,
        string? text = null,
        string? speak = null,
        IList<string>? toList = null
    ) => MessageFactory.SuggestedActions(ActionsOf(choices), text, speak, InputHints.ExpectingInput, toList);

    /// <inheritdoc cref="SuggestedAction(IList{Choice}, string, string, IList{string})"/>
    public static IMessageActivity SuggestedAction(
        IList<string>? choices,
        string? text = null,
        string? speak = null,
        IList<string>? toList = null
    ) => SuggestedAction(ToChoices(choices), text, speak, toList);

    /// <summary>Makes a message with a card that has a button for each choice.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="text">The text on the card.</param>
    /// <param name="speak">The text to speak.</param>
    public static IMessageActivity HeroCard(IList<Choice>? choices, string? text = null, string? speak = null) =>
        MessageFactory.Attachment(
            [new HeroCard(text: text, buttons: ActionsOf(choices)).ToAttachment()],
            null,
            speak,
            InputHints.ExpectingInput
        );

    /// <summary>Makes choices from their values; null has none.</summary>
    /// <param name="choices">The values.</param>
    public static IList<Choice> ToChoices(IList<string>? choices) =>
        (choices ?? []).Select(value => new Choice(value)).ToList();

    private static string TitleOf(Choice choice) => choice.Action?.Title ?? choice.Value ?? string.Empty;

    private static List<string> NumberedTitles(
        IList<Choice> choices,
        ChoiceFactoryOptions? options,
        string numbered,
        string unnumbered
    ) =>
        choices
            .Select(
                (choice, index) =>
                {
                    var mark =
                        options?.IncludeNumbers ?? true
                            ? numbered.Replace(
                                "{0}",
                                (index + 1).ToString(CultureInfo.InvariantCulture),
                                StringComparison.Ordinal
                            )
                            : unnumbered;
                    return mark + TitleOf(choice);
                }
            )
            .ToList();

    private static List<CardAction> ActionsOf(IList<Choice>? choices) =>
        (choices ?? [])
            .Select(choice =>
                choice.Action
                ?? new CardAction
                {
                    Type = ActionTypes.ImBack,
                    Title = choice.Value,
                    Value = choice.Value,
                }
            )
            .ToList();
}
