namespace TriageBot.BotFramework;

/// <summary>One conversation that has a transcript.</summary>
public class TranscriptInfo
{
    public string? ChannelId { get; set; }

    /// <summary>The id of the conversation.</summary>
    public string? Id { get; set; }

    /// <summary>The time of its first activity.</summary>
    public DateTimeOffset Created { get; set; }
}
