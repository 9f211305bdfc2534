using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.BotFramework.Schema;

/// <summary>Something sent with a message: a card as <see cref="Content"/>, or a file by <see cref="ContentUrl"/>.</summary>
public class Attachment
{
    public Attachment() { }

    public Attachment(
        string? contentType = null,
        string? contentUrl = null,
        object? content = null,
        string? name = null,
        string? thumbnailUrl = null
    )
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    public string? ContentType { get; set; }

    public string? ContentUrl { get; set; }

    [JsonConverter(typeof(OpenValueConverter))]
    public object? Content { get; set; }

    public string? Name { get; set; }

    public string? ThumbnailUrl { get; set; }

    /// <summary>What the channel sent beyond the properties above; written back as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Properties { get; set; } = new Dictionary<string, JsonElement>();
}
