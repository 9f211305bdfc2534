namespace TriageBot.Records.Turns;

/// <summary>What the caller of a turn is told, once the turn is on disk, or once it is certain that it is not.</summary>
/// <param name="Status">As in HTTP: 200, an invoke's own status, 501 for an invoke that nobody handled, 503.</param>
public sealed record TurnAnswer(int Status)
{
    /// <summary>JSON for the caller: expected replies, or an invoke's body.</summary>
    public string? Body { get; init; }

    /// <summary>When to send the same again; set where <see cref="Status"/> is 503.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Our own id of the conversation.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The transcript's number of what arrived; replies follow it.</summary>
    public long? Sequence { get; init; }

    /// <summary>True where the turn had run before, and this is its answer again.</summary>
    public bool IsRepeat { get; init; }

    public bool IsStored => Sequence is not null;

    internal static TurnAnswer Unavailable(TimeSpan retryAfter) => new(503) { RetryAfter = retryAfter };
}
