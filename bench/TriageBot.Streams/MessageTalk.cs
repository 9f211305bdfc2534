using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Streams;

/// <summary>A patient who writes by <c>/api/messages</c> and reads the reply in the answer.</summary>
internal sealed class MessageTalk(HttpClient http, int number) : ITalk
{
    public async Task PlayAsync(Times answered, Times? heard, TimeSpan begin, TimeSpan length, CancellationToken stop)
    {
        await Task.Delay(begin, TimeProvider.System, stop);
        for (var over = TimeSpan.Zero; over < length; over += LineTalk.Pace)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await http.PostAsJsonAsync("/api/messages", Message, stop);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadAsByteArrayAsync(stop);
            answered.Add(began);
            var rest = LineTalk.Pace - Stopwatch.GetElapsedTime(began);
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, TimeProvider.System, stop);
        }
    }

    private JsonObject Message =>
        new()
        {
            ["type"] = "message",
            ["text"] = "hello",
            ["channelId"] = "webchat",
            ["deliveryMode"] = "expectReplies",
            ["from"] = new JsonObject { ["id"] = $"u{number}" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = $"talk-{number}" },
        };
}
