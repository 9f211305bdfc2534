using System.Text.Json.Serialization;

namespace TriageBot.BotFramework.Schema;

/// <summary>Whether the bot can work, and what its calls carry.</summary>
public class HealthResults
{
    [JsonPropertyName("success")]
    public bool Success { get; set; }

    /// <summary>The authorization header of outgoing calls, where the bot chooses to show it.</summary>
    [JsonPropertyName("authorization")]
    public string? Authorization { get; set; }

    [JsonPropertyName("user-agent")]
    public string? UserAgent { get; set; }

    [JsonPropertyName("messages")]
    public string[]? Messages { get; set; }

    [JsonPropertyName("diagnostics")]
    public object? Diagnostics { get; set; }
}
