using System.Text.Json.Serialization;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.BotFramework.Schema;

/// <summary>What a bot asks a channel for when it begins a conversation.</summary>
public class ConversationParameters
{
    public bool? IsGroup { get; set; }

    public ChannelAccount? Bot { get; set; }

    public IList<ChannelAccount>? Members { get; set; }

    public string? TopicName { get; set; }

    public Activity? Activity { get; set; }

    [JsonConverter(typeof(OpenValueConverter))]
    public object? ChannelData { get; set; }

    public string? TenantId { get; set; }
}
