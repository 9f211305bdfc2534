namespace TriageBot.Records.Model;

/// <summary>Where a patient writes from. Door, channel, conversation and user together point to one conversation.</summary>
public sealed class AddressRow
{
    public required string Id { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>Set by us, never by what arrives, so that no door reaches another door's patients.</summary>
    public required string Door { get; init; }

    public required string ChannelId { get; init; }

    /// <summary>The conversation as the channel names it.</summary>
    public required string ExternalConversationId { get; init; }

    public required string UserId { get; init; }

    /// <summary>The conversation reference, as JSON, of the last activity that came from here.</summary>
    public string? Reference { get; set; }

    /// <summary>True where replies are pushed; false where the client fetches the transcript.</summary>
    public bool Pushes { get; set; }

    /// <summary>The writer's own number, E.164, where the channel tells it.</summary>
    public string? Phone { get; set; }
}
