using System.Text.Json;
using TriageBot.BotFramework.Schema;

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
        ChannelData = activity.ChannelData switch
        {
            null => null,
            JsonElement read => read,
            var data => BotJson.OpenElement(data),
        };
        Json = BotJson.Write(activity);
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
}

/// <summary>The answer to an activity that expects replies.</summary>
/// <param name="Activities">In the order in which they were sent.</param>
public sealed record OutgoingReplies(IReadOnlyList<OutgoingActivity> Activities);
