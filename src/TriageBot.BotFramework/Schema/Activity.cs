using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.BotFramework.Schema;

/// <summary>
/// One thing that passes between a user and a bot. A superset of all activity types: which properties mean
/// something depends on <see cref="Type"/>, and the <c>As…Activity</c> methods give the matching view.
/// </summary>
[DebuggerDisplay("[{Type}] {Text ?? System.String.Empty}")]
public partial class Activity
{
    /// <summary>The media type of an activity in multi-part content.</summary>
    public const string ContentType = "application/vnd.microsoft.activity";

    /// <summary>One of <see cref="ActivityTypes"/>, or a channel's own type.</summary>
    public string? Type { get; set; }

    public string? Id { get; set; }

    /// <summary>When the channel got or sent it; UTC.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The same moment on the user's clock, with the user's offset.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The user's time zone by its IANA name.</summary>
    public string? LocalTimezone { get; set; }

    public string? ServiceUrl { get; set; }

    public string? ChannelId { get; set; }

    public ChannelAccount? From { get; set; }

    public ConversationAccount? Conversation { get; set; }

    public ChannelAccount? Recipient { get; set; }

    public string? TextFormat { get; set; }

    public string? AttachmentLayout { get; set; }

    public IList<ChannelAccount>? MembersAdded { get; set; }

    public IList<ChannelAccount>? MembersRemoved { get; set; }

    public IList<MessageReaction>? ReactionsAdded { get; set; }

    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    public string? TopicName { get; set; }

    public bool? HistoryDisclosed { get; set; }

    /// <summary>A BCP 47 language tag, such as <c>es-US</c>.</summary>
    public string? Locale { get; set; }

    public string? Text { get; set; }

    public string? Speak { get; set; }

    public string? InputHint { get; set; }

    public string? Summary { get; set; }

    public SuggestedActions? SuggestedActions { get; set; }

    public IList<Attachment>? Attachments { get; set; }

    public IList<Entity>? Entities { get; set; }

    /// <summary>Whatever the channel and the bot agree on; see <see cref="GetChannelData{T}"/>.</summary>
    [JsonConverter(typeof(OpenValueConverter))]
    public object? ChannelData { get; set; }

    public string? Action { get; set; }

    public string? ReplyToId { get; set; }

    public string? Label { get; set; }

    public string? ValueType { get; set; }

    [JsonConverter(typeof(OpenValueConverter))]
    public object? Value { get; set; }

    public string? Name { get; set; }

    public ConversationReference? RelatesTo { get; set; }

    /// <summary>One of <see cref="EndOfConversationCodes"/>.</summary>
    public string? Code { get; set; }

    public DateTimeOffset? Expiration { get; set; }

    public string? Importance { get; set; }

    public string? DeliveryMode { get; set; }

    public IList<string>? ListenFor { get; set; }

    public IList<TextHighlight>? TextHighlights { get; set; }

    public string? CallerId { get; set; }

    /// <summary>What the channel sent beyond the properties above; written back as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Properties { get; set; } = new Dictionary<string, JsonElement>();

    /// <summary>An activity of its own over the same parts.</summary>
    internal Activity ShallowCopy() => (Activity)MemberwiseClone();
}
