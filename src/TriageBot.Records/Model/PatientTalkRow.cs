namespace TriageBot.Records.Model;

/// <summary>A conversation that was begun through a patient's link, by the names that its door knows it by.</summary>
public sealed class PatientTalkRow
{
    /// <summary>The conversation as the channel names it.</summary>
    public required string ExternalConversationId { get; init; }

    public required string PatientId { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}
