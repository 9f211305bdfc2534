using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;

namespace TriageBot.Records.Model;

/// <summary>What a nurse must look at, as it stands now. How it came to stand so is in its events.</summary>
public sealed class CaseRow
{
    public required string Id { get; init; }

    public required string ConversationId { get; init; }

    public required CaseKind Kind { get; init; }

    public CaseStatus Status { get; set; }

    public Route Route { get; set; }

    /// <summary>How soon a nurse must act, in minutes; null for self-care.</summary>
    public int? WithinMinutes { get; set; }

    /// <summary>By when a nurse must act, on the conversation's clock.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary><see cref="Due"/> on the host's clock.</summary>
    public DateTimeOffset FallsDueAt { get; set; }

    public DateTimeOffset? PromisedBy { get; set; }

    /// <summary>The nurse's card as JSON; null once erased.</summary>
    public string? Card { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public string? AcknowledgedBy { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public string? ClosedBy { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>What came of it, in the nurse's words.</summary>
    public string? Outcome { get; set; }

    /// <summary>When it was told that the case fell due; it is told once.</summary>
    public DateTimeOffset? DueToldAt { get; set; }

    public long EventCount { get; set; }

    /// <summary>The hash of the last event, so that a chain cut short is seen.</summary>
    public string LastHash { get; set; } = "";
}

public enum CaseStatus
{
    Open,
    Acknowledged,
    Closed,
}
