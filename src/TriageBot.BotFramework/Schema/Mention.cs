using System.Text.Json.Serialization;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.BotFramework.Schema;

/// <summary>Somebody named in a message. Kept in the entity's properties, so that it survives as a plain entity.</summary>
public class Mention : Entity
{
    public Mention()
        : base("mention") { }

    public Mention(ChannelAccount? mentioned = null, string? text = null, string? type = null)
        : base(type ?? "mention")
    {
        Mentioned = mentioned;
        Text = text;
    }

    // An ignored property swallows what is read under its JSON name; these names are nobody's.
    [JsonIgnore, JsonPropertyName("$mentioned")]
    public ChannelAccount? Mentioned
    {
        get => Get<ChannelAccount>("mentioned");
        set => Put("mentioned", value);
    }

    /// <summary>How the name stands in the message's text, markup included.</summary>
    [JsonIgnore, JsonPropertyName("$text")]
    public string? Text
    {
        get => Get<string>("text");
        set => Put("text", value);
    }

    private T? Get<T>(string name) =>
        Properties.TryGetValue(name, out var element) ? BotJson.Convert<T>(element) : default;

    private void Put<T>(string name, T? value)
    {
        if (value is null)
        {
            Properties.Remove(name);
            return;
        }
        Properties[name] = BotJson.ToElement(value);
    }
}
