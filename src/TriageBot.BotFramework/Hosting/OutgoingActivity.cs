using System.Text;
using System.Text.Json;
using TriageBot.BotFramework.Schema;
using TriageBot.BotFramework.State;

namespace TriageBot.BotFramework.Hosting;

/// <summary>
/// An activity as it is stored and sent. It is a text from the moment on that the bot sent it: what becomes of the bot's own
/// object afterwards changes nothing here.
/// </summary>
public sealed class OutgoingActivity
{
    /// <summary>Writes the activity down.</summary>
    /// <param name="activity">Complete and addressed.</param>
    public OutgoingActivity(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Type = activity.Type ?? "";
        Id = activity.Id;
        ServiceUrl = activity.ServiceUrl;
        var buffer = SpareBuffer.Take();
        BotJson.Write(activity, buffer);
        Json = Encoding.UTF8.GetString(buffer.WrittenSpan);
        ChannelData = activity.ChannelData switch
        {
            null => null,
            JsonElement read => read,
            _ => ChannelDataIn(buffer.WrittenSpan),
        };
        SpareBuffer.Return(buffer);
    }

    /// <summary>One of <see cref="ActivityTypes"/>; empty where it has none.</summary>
    public string Type { get; }

    public string? Id { get; }

    public string? ServiceUrl { get; }

    /// <summary>The channel data; null where there is none.</summary>
    public JsonElement? ChannelData { get; }

    /// <summary>The whole activity.</summary>
    public string Json { get; }

    /// <summary>The activity read back from its text.</summary>
    public Activity Activity => field ??= BotJson.ReadActivity(Json);

    private static JsonElement? ChannelDataIn(ReadOnlySpan<byte> activity)
    {
        var reader = new Utf8JsonReader(activity);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("channelData"u8);
            reader.Read();
            if (found)
            {
                return JsonElement.ParseValue(ref reader);
            }
            reader.Skip();
        }
        return null;
    }
}

/// <summary>The answer to an activity that expects replies.</summary>
/// <param name="Activities">In the order in which they were sent.</param>
public sealed record OutgoingReplies(IReadOnlyList<OutgoingActivity> Activities);
