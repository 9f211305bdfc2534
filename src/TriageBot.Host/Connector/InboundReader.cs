using System.Text.Json;
using System.Text.Unicode;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;

namespace TriageBot.Host.Connector;

/// <summary>Reads a body as the Bot Connector posts it, and sorts it by what it gets.</summary>
internal static class InboundReader
{
    /// <summary>In bytes. Real activities have one or two kilobytes.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>In UTF-16 characters, of what a patient writes in one message.</summary>
    public const int LongestText = 10_000;

    private const int LongestId = 1_000;

    private static readonly HashSet<string> Unheard =
    [
        ActivityTypes.Typing,
        ActivityTypes.MessageReaction,
        ActivityTypes.EndOfConversation,
        ActivityTypes.InstallationUpdate,
        ActivityTypes.ConversationUpdate,
        ActivityTypes.Event,
    ];

    public static Inbound Read(ReadOnlySpan<byte> body, Caller caller)
    {
        if (Parse(body) is not { } activity)
        {
            return Bad("BadSyntax", "The body must be one JSON object, an activity, in UTF-8.");
        }

        if (caller.Objection(activity) is { } objection)
        {
            return objection;
        }

        if (string.IsNullOrEmpty(activity.Type))
        {
            return Bad("MissingProperty", "The activity has no type. Set type, for a text to \"message\".");
        }

        if (string.IsNullOrEmpty(activity.Conversation?.Id))
        {
            return Bad(
                "MissingProperty",
                "The activity has no conversation.id. Set it to the same for all its messages."
            );
        }

        if (activity.Type == ActivityTypes.Invoke)
        {
            return new Inbound.Refused(501, "NotImplemented", "This bot handles no invoke activities. Send a message.");
        }

        if (activity.MembersAdded?.Any(member => string.IsNullOrEmpty(member?.Id)) == true)
        {
            return Bad("MissingProperty", "A member in membersAdded has no id. Set it.");
        }

        return BeginsATurn(activity) ? Check(activity) : new Inbound.Nothing(KindOf(activity.Type));
    }

    private static Activity? Parse(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return null;
        }

        try
        {
            return BotJson.ReadActivity(body);
        }
        // Half of a surrogate pair, escaped, is JSON and yet no text.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool BeginsATurn(Activity activity) =>
        activity.Type switch
        {
            ActivityTypes.Message => true,
            ActivityTypes.ConversationUpdate => activity.MembersAdded?.Any(m => m.Id != activity.Recipient?.Id) == true,
            ActivityTypes.Event => activity.Name?.StartsWith("handoff.", StringComparison.Ordinal) == true,
            _ => false,
        };

    private static Inbound Check(Activity activity)
    {
        if (activity.Type != ActivityTypes.ConversationUpdate && string.IsNullOrEmpty(activity.From?.Id))
        {
            return Bad("MissingProperty", "The activity has no from.id. Set it to who writes.");
        }

        if (activity.Text?.Length > LongestText)
        {
            return TooLarge($"The text is longer than {LongestText} characters. Send it in parts.");
        }

        string?[] ids = [activity.Id, activity.Conversation!.Id, activity.From?.Id, activity.ChannelId];
        if (ids.Any(id => id?.Length > LongestId))
        {
            return Bad("BadArgument", $"An id of the activity is longer than {LongestId} characters.");
        }

        return (Inbound?)CheckServiceUrl(activity) ?? new Inbound.Turn(activity);
    }

    private static Inbound.Refused? CheckServiceUrl(Activity activity) =>
        !string.IsNullOrEmpty(activity.ServiceUrl) || activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? null
            : Bad(
                "MissingProperty",
                "The activity has no serviceUrl, so no reply can be sent. Set it, or set deliveryMode to \"expectReplies\"."
            );

    private static string KindOf(string type) => Unheard.Contains(type) ? type : "other";

    private static Inbound.Refused Bad(string code, string message) => new(400, code, message);

    private static Inbound.Refused TooLarge(string message) => new(413, "MessageSizeTooBig", message);
}
