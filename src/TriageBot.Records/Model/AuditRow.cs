namespace TriageBot.Records.Model;

/// <summary>Who did what, in words that hold no text of a patient.</summary>
public sealed class AuditRow
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>bot</c>, <c>clock</c>, or a person's name.</summary>
    public required string Actor { get; init; }

    /// <summary>kebab-case: <c>case-read</c>, <c>case-closed</c> …</summary>
    public required string Kind { get; init; }

    public required string Detail { get; init; }

    public string? ConversationId { get; init; }

    public string? CaseId { get; init; }
}
