namespace TriageBot.Records.Model;

/// <summary>One thing said, heard or noticed in a conversation: together they are its transcript.</summary>
public sealed class ActivityRow
{
    public required string ConversationId { get; init; }

    public required long Sequence { get; init; }

    public required ActivityDirection Direction { get; init; }

    /// <summary>The door that it came through or leaves by; <c>internal</c> for timers and nurses' acts.</summary>
    public required string Door { get; init; }

    /// <summary>The activity's type: <c>message</c>, <c>event</c> …</summary>
    public required string Type { get; init; }

    public string? ActivityId { get; init; }

    /// <summary>What makes two arrivals the same one; null where the sender gives nothing.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The activity as JSON; null once erased.</summary>
    public string? Payload { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The sequence number of what this answers; null for what arrived.</summary>
    public long? AnswersSequence { get; init; }

    public required DeliveryState Delivery { get; set; }

    public string? ServiceUrl { get; init; }

    /// <summary>Why it matters that this arrives; null where it does not much.</summary>
    public Weight? Weight { get; init; }

    /// <summary>Not to be tried before; null where nothing is to be sent.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>From here on it counts as undeliverable.</summary>
    public DateTimeOffset? OverdueAt { get; set; }

    /// <summary>From here on its text is no longer true, and a fresh one is written instead.</summary>
    public DateTimeOffset? GoodUntil { get; init; }

    public int Attempts { get; set; }

    /// <summary>How often it was sent without an answer that says whether it was taken.</summary>
    public int Doubts { get; set; }

    /// <summary>The id that the channel gave it.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Why it could not be delivered.</summary>
    public string? Problem { get; set; }

    /// <summary>The HTTP status that this arrival was answered with, and a duplicate gets again.</summary>
    public int? ResponseStatus { get; init; }

    public string? ResponseBody { get; init; }
}

public enum ActivityDirection
{
    In,
    Out,
}

public enum DeliveryState
{
    /// <summary>Arrived, and its turn went through.</summary>
    Received,

    /// <summary>Arrived, and its turn failed.</summary>
    Thrown,

    /// <summary>To be sent.</summary>
    Pending,

    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>The channel will never take it.</summary>
    Failed,

    /// <summary>Handed to the caller in the response, or left for the client to fetch.</summary>
    Handed,

    /// <summary>Its time had passed before it could be sent; a fresh text stands in its place.</summary>
    Stale,
}

/// <summary>Why a message matters so much that a nurse hears of it when it cannot be delivered.</summary>
public enum Weight
{
    Instruction,
    Promise,
    Question,
}
