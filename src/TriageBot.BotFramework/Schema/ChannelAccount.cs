using System.Text.Json;
using System.Text.Json.Serialization;

namespace TriageBot.BotFramework.Schema;

/// <summary>A person or a bot, as one channel knows it. Ids are unique within a channel only.</summary>
public class ChannelAccount
{
    public ChannelAccount() { }

    public ChannelAccount(string? id = null, string? name = null, string? role = null, string? aadObjectId = null)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>, or null where the channel does not say.</summary>
    public string? Role { get; set; }

    /// <summary>What the channel sent beyond the properties above; written back as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Properties { get; set; } = new Dictionary<string, JsonElement>();

    internal ChannelAccount ShallowCopy() => (ChannelAccount)MemberwiseClone();
}
