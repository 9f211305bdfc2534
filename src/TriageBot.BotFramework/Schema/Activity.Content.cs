using System.Text.Json;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.BotFramework.Schema;

public partial class Activity
{
    /// <summary>True where a message has text, a summary, attachments or channel data.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData is not null;

    /// <summary>Who is named in this message; empty where nobody is.</summary>
    public Mention[] GetMentions() =>
        Entities
            ?.Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => entity as Mention ?? entity.GetAs<Mention>()!)
            .ToArray()
        ?? [];

    /// <summary>Reads <see cref="ChannelData"/> as <typeparamref name="T"/>; default where there is none.</summary>
    /// <exception cref="JsonException">It does not fit the type.</exception>
    public T? GetChannelData<T>() =>
        ChannelData switch
        {
            null => default,
            T typed => typed,
            JsonElement element => BotJson.Convert<T>(element),
            var other => BotJson.Convert<T>(BotJson.OpenElement(other)),
        };

    /// <summary>As <see cref="GetChannelData{T}"/>; false where there is none or it does not fit.</summary>
    public bool TryGetChannelData<T>(out T? instance)
    {
        instance = default;
        try
        {
            instance = GetChannelData<T>();
            return ChannelData is not null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return false;
        }
    }
}
