using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Host.Tests.Support;

/// <summary>Somebody who writes to <c>/api/messages</c> and reads the replies in the response.</summary>
internal sealed class Patient(HttpClient http, string name = "ann")
{
    private int written;

    public string Name { get; } = name;

    /// <summary>Everything the bot has said, oldest first.</summary>
    public List<Reply> Heard { get; } = [];

    /// <summary>Everything written and said: <c>&gt; in</c> and <c>&lt; out</c>.</summary>
    public StringBuilder Transcript { get; } = new();

    /// <summary>The question that came last, or null where the last messages asked nothing.</summary>
    public Reply? LastQuestion { get; private set; }

    /// <summary>The route told last.</summary>
    public string? Disposition => Heard.LastOrDefault(reply => reply.Disposition is not null)?.Disposition;

    public IEnumerable<string> QuestionsAsked =>
        Heard.Where(reply => reply.QuestionId is not null).Select(reply => reply.QuestionId!);

    /// <summary>Sends a text, expects 200, and returns the replies.</summary>
    public async Task<List<Reply>> Say(string text)
    {
        Transcript.Append("> ").AppendLine(text);
        using var response = await Post(Message(text));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Take(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Says one after the other, and returns the replies to the last.</summary>
    public async Task<List<Reply>> SayAll(params string[] texts)
    {
        List<Reply> replies = [];
        foreach (var text in texts)
        {
            replies = await Say(text);
        }

        return replies;
    }

    public JsonObject Message(string text, string? id = null) =>
        new()
        {
            ["type"] = "message",
            ["id"] = id ?? $"{Name}-{Interlocked.Increment(ref written)}",
            ["text"] = text,
            ["channelId"] = "webchat",
            ["deliveryMode"] = "expectReplies",
            ["from"] = new JsonObject { ["id"] = Name },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = $"talk-{Name}" },
        };

    public Task<HttpResponseMessage> Post(JsonObject activity) => http.PostAsJsonAsync("/api/messages", activity);

    /// <summary>Reads an <c>expectReplies</c> body.</summary>
    public List<Reply> Take(string body)
    {
        using var json = JsonDocument.Parse(body);
        var replies = json
            .RootElement.GetProperty("activities")
            .EnumerateArray()
            .Select(activity => new Reply(activity.Clone()))
            .ToList();
        replies.ForEach(reply => Transcript.Append("< ").AppendLine(reply.Text));
        Heard.AddRange(replies);
        LastQuestion = replies.LastOrDefault(reply => reply.Question is not null);
        return replies;
    }
}
