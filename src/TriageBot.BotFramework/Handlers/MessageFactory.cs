using System.Runtime.CompilerServices;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>Makes messages. Blank text and speech become null: clients would show an empty bubble.</summary>
public static class MessageFactory
{
    public static Activity Text(string? text, string? ssml = null, string? inputHint = null) =>
        new(ActivityTypes.Message)
        {
            Text = string.IsNullOrWhiteSpace(text) ? null : text,
            Speak = string.IsNullOrWhiteSpace(ssml) ? null : ssml,
            InputHint = inputHint ?? InputHints.AcceptingInput,
        };

    public static IMessageActivity SuggestedActions(
        IEnumerable<string> actions,
        string? text = null,
        string? ssml = null,
        string? inputHint = null
    ) => SuggestedActions(actions, text, ssml, inputHint, toList: null);

    /// <summary>Makes a message with buttons that say and send their text.</summary>
    [OverloadResolutionPriority(1)]
    public static IMessageActivity SuggestedActions(
        IEnumerable<string> actions,
        string? text = null,
        string? ssml = null,
        string? inputHint = null,
        IList<string>? toList = null
    )
    {
        ArgumentNullException.ThrowIfNull(actions);
        return SuggestedActions(actions.Select(CardAction.FromString), text, ssml, inputHint, toList);
    }

    public static IMessageActivity SuggestedActions(
        IEnumerable<CardAction> cardActions,
        string? text = null,
        string? ssml = null,
        string? inputHint = null
    ) => SuggestedActions(cardActions, text, ssml, inputHint, toList: null);

    /// <summary>Makes a message with buttons, for all members or for those in <paramref name="toList"/>.</summary>
    [OverloadResolutionPriority(1)]
    public static IMessageActivity SuggestedActions(
        IEnumerable<CardAction> cardActions,
        string? text = null,
        string? ssml = null,
        string? inputHint = null,
        IList<string>? toList = null
    )
    {
        ArgumentNullException.ThrowIfNull(cardActions);
        var message = Text(text, ssml, inputHint);
        message.SuggestedActions = new SuggestedActions(toList, cardActions.ToList());
        return message;
    }

    public static IMessageActivity Attachment(
        Attachment attachment,
        string? text = null,
        string? ssml = null,
        string? inputHint = null
    )
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return Attachment([attachment], text, ssml, inputHint);
    }

    public static IMessageActivity Attachment(
        IEnumerable<Attachment> attachments,
        string? text = null,
        string? ssml = null,
        string? inputHint = null
    ) => Attached(AttachmentLayoutTypes.List, attachments, text, ssml, inputHint);

    /// <summary>Makes a message whose attachments stand side by side.</summary>
    public static IMessageActivity Carousel(
        IEnumerable<Attachment> attachments,
        string? text = null,
        string? ssml = null,
        string? inputHint = null
    ) => Attached(AttachmentLayoutTypes.Carousel, attachments, text, ssml, inputHint);

    /// <summary>Makes a message with one file by its URL.</summary>
    public static IMessageActivity ContentUrl(
        string url,
        string contentType,
        string? name = null,
        string? text = null,
        string? ssml = null,
        string? inputHint = null
    )
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            throw new ArgumentNullException(nameof(url), "A file needs a URL.");
        }
        if (string.IsNullOrWhiteSpace(contentType))
        {
            throw new ArgumentNullException(nameof(contentType), "A file needs a media type.");
        }
        return Attachment([new Attachment(contentType, url, name: name ?? "")], text, ssml, inputHint);
    }

    private static Activity Attached(
        string layout,
        IEnumerable<Attachment> attachments,
        string? text,
        string? ssml,
        string? inputHint
    )
    {
        ArgumentNullException.ThrowIfNull(attachments);
        var message = Text(text, ssml, inputHint);
        message.AttachmentLayout = layout;
        message.Attachments = attachments.ToList();
        return message;
    }
}
