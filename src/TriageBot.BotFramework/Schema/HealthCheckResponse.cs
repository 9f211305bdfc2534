using System.Text.Json.Serialization;

namespace TriageBot.BotFramework.Schema;

/// <summary>The answer to the invoke <c>healthCheck</c>.</summary>
public class HealthCheckResponse
{
    [JsonPropertyName("healthResults")]
    public HealthResults? HealthResults { get; set; }
}
