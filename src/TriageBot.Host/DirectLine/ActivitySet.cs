using System.Globalization;
using System.Text.Json;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.Host.DirectLine;

/// <summary>What a client gets at one time, on the stream or when it polls.</summary>
/// <param name="Watermark">The sequence number up to which the client has everything now.</param>
/// <param name="HasMore">True where there is more than one answer holds.</param>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, long Watermark, bool HasMore)
{
    /// <summary>The number that a client sent; 0, for everything, where it sent none or what is no number.</summary>
    public static long WatermarkOf(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static string TextOf(long watermark) => watermark.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>{"activities": […], "watermark": "12"}</c></summary>
    public byte[] ToJson()
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = BotJson.Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteStartArray("activities");
            foreach (var activity in Activities)
            {
                JsonSerializer.Serialize(json, activity, BotJson.Options);
            }

            json.WriteEndArray();
            json.WriteString("watermark", TextOf(Watermark));
            json.WriteEndObject();
        }

        return body.ToArray();
    }
}
