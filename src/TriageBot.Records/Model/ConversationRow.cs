namespace TriageBot.Records.Model;

/// <summary>One patient's conversation, whatever doors it comes through.</summary>
public sealed class ConversationRow
{
    public required string Id { get; init; }

    /// <summary>Rises by one with each turn; a turn that read an older one must run again.</summary>
    public long Version { get; set; }

    /// <summary>The number that the next activity gets. Counting starts at 1, and leaves no gap but where a backup was restored.</summary>
    public long NextSequence { get; set; } = 1;

    /// <summary>How far this conversation's clock is ahead of the host's.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The address that the patient last wrote from: where a message that nobody asked for goes.</summary>
    public string? CurrentAddressId { get; set; }

    /// <summary>What enrolment knows, as a JSON object of strings; null for a stranger.</summary>
    public string? Enrolment { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastTurnAt { get; set; }

    /// <summary>When a turn last failed; null where none did since the last that went through.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>The process that now sends this conversation's messages, until <see cref="LeasedUntil"/>.</summary>
    public string? LeasedBy { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }
}
