namespace TriageBot.Records.Model;

/// <summary>A moment at which a conversation wants to be woken.</summary>
public sealed class TimerRow
{
    public required string ConversationId { get; init; }

    public required string Name { get; init; }

    /// <summary>On the conversation's clock.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary><see cref="Due"/> on the host's clock.</summary>
    public DateTimeOffset FiresAt { get; set; }
}
