using TriageBot.BotFramework.Dialogs.Choices;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>A question together with its choices.</summary>
internal static class ChoiceMessage
{
    public static IMessageActivity Make(
        IMessageActivity? prompt,
        string? channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions? options,
        string? conversationType,
        IList<string>? toList
    )
    {
        var text = prompt?.Text ?? string.Empty;
        var shown = style switch
        {
            ListStyle.None => Plain(text),
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };
        if (prompt is null)
        {
            shown.InputHint = InputHints.ExpectingInput;
            return shown;
        }

        // The prompt is stored and may be asked again: the choices go into a copy.
        var message = BotJson.Copy((Activity)prompt);
        message.Text = shown.Text;
        if (shown.SuggestedActions?.Actions is { Count: > 0 })
        {
            message.SuggestedActions = shown.SuggestedActions;
        }

        if (shown.Attachments is { Count: > 0 })
        {
            message.Attachments = [.. message.Attachments ?? [], .. shown.Attachments];
        }

        return message;
    }

    private static IMessageActivity Plain(string text)
    {
        var message = Activity.CreateMessageActivity();
        message.Text = text;
        return message;
    }
}
