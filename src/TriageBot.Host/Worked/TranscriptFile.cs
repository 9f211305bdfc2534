using System.Text.Json;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Protocols.Reading;

namespace TriageBot.Host.Worked;

/// <summary>
/// A conversation as the Bot Framework Emulator saves one: a JSON list of activities. What the person wrote is said again,
/// at the same pace, and what the bot said is what it must say.
/// </summary>
internal static class TranscriptFile
{
    /// <summary>Messages of the bot that come later than this after the one before came by themselves.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    public static WorkedConversation? Read(string file, List<Defect> defects)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var activities = json
                .RootElement.EnumerateArray()
                .Select(a => BotJson.ReadActivity(a.GetRawText()))
                .ToList();
            return Of(Path.GetFileName(file), file, activities);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            defects.Add(new Defect(file, 1, WorkedCodes.NotATranscript, "this is no JSON list of activities"));
            return null;
        }
    }

    private static WorkedConversation Of(string name, string file, List<Activity> activities)
    {
        var talk = new List<WorkedTurn>();
        var said = new List<Said>();
        WorkedAct? act = null;
        DateTimeOffset? time = null;
        foreach (var activity in activities)
        {
            var at = activity.Timestamp ?? time ?? DateTimeOffset.UnixEpoch;
            var gap = time is null || at < time ? TimeSpan.Zero : at - time.Value;
            if (IsByBot(activity))
            {
                if (activity.Type != ActivityTypes.Message || string.IsNullOrEmpty(activity.Text))
                {
                    continue;
                }

                if (gap > AtOnce)
                {
                    End();
                    act = new WorkedAct.Later(gap, $"{gap.TotalSeconds:0} seconds");
                }

                said.Add(new Said(activity.Text, SaidKind.Recorded, 0));
            }
            else if (ActOf(activity, gap) is { } next)
            {
                End();
                act = next;
            }
            else
            {
                continue;
            }

            time = at;
        }

        End();
        return new WorkedConversation(name, file, 1)
        {
            Talk = talk,
            Language = activities.Find(a => !IsByBot(a) && a.Locale is not null)?.Locale?[..2] ?? "en",
            Channel = activities.Find(a => a.ChannelId is not null)?.ChannelId ?? "emulator",
            Began = activities.Find(a => a.Timestamp is not null)?.Timestamp ?? DateTimeOffset.UnixEpoch,
            Knows = Knows(activities),
        };

        void End()
        {
            if (act is not null)
            {
                talk.Add(new WorkedTurn(talk.Count + 1, 1, act, new Expectation { Bot = [.. said] }));
            }

            said.Clear();
        }
    }

    private static WorkedAct? ActOf(Activity activity, TimeSpan gap) =>
        activity.Type switch
        {
            ActivityTypes.Message when !string.IsNullOrEmpty(activity.Text) => new WorkedAct.Says(
                activity.Text,
                "person",
                gap
            ),
            ActivityTypes.ConversationUpdate => new WorkedAct.Joins("person"),
            _ => null,
        };

    private static bool IsByBot(Activity activity) =>
        activity.From?.Role == RoleTypes.Bot || (activity.From?.Role is null && activity.ReplyToId is not null);

    /// <summary>The procedure was known beforehand where the bot told an outcome and never asked for it.</summary>
    private static Dictionary<string, string> Knows(List<Activity> activities)
    {
        var messages = activities.Where(IsByBot).Select(BotJson.Write).ToList();
        var asked = messages.Exists(json => json.Contains("\"id\":\"procedure\"", StringComparison.Ordinal));
        var told = messages.Select(ProtocolIn).LastOrDefault(id => id is not null);
        return asked || told is null ? [] : new Dictionary<string, string> { ["procedure"] = told };
    }

    private static string? ProtocolIn(string message)
    {
        using var json = JsonDocument.Parse(message);
        return
            json.RootElement.TryGetProperty("channelData", out var data)
            && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("triage", out var triage)
            && triage.TryGetProperty("outcome", out var outcome)
            && outcome.TryGetProperty("protocol", out var protocol)
            ? protocol.GetString()
            : null;
    }
}
