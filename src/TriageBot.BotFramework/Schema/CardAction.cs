using System.Text.Json.Serialization;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.BotFramework.Schema;

/// <summary>A button, and what pressing it does.</summary>
public class CardAction
{
    public CardAction() { }

    public CardAction(
        string? type = null,
        string? title = null,
        string? image = null,
        string? text = null,
        string? displayText = null,
        object? value = null,
        object? channelData = null
    )
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    /// <summary>One of <see cref="ActionTypes"/>.</summary>
    public string? Type { get; set; }

    public string? Title { get; set; }

    public string? Image { get; set; }

    public string? ImageAltText { get; set; }

    public string? Text { get; set; }

    public string? DisplayText { get; set; }

    [JsonConverter(typeof(OpenValueConverter))]
    public object? Value { get; set; }

    [JsonConverter(typeof(OpenValueConverter))]
    public object? ChannelData { get; set; }

    /// <summary>A button that says and sends the same text.</summary>
    public static CardAction FromString(string input) => new(ActionTypes.ImBack, title: input, value: input);

    public static implicit operator CardAction(string input) => FromString(input);
}
