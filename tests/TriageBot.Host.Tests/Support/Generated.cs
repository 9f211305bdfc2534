using System.Text;
using System.Text.Json.Nodes;

namespace TriageBot.Host.Tests.Support;

/// <summary>What no decent client sends, made from a seed.</summary>
internal sealed class Generated(int seed)
{
    private static readonly string[] Names =
    [
        "type",
        "id",
        "text",
        "name",
        "value",
        "valueType",
        "from",
        "recipient",
        "conversation",
        "channelId",
        "serviceUrl",
        "deliveryMode",
        "channelData",
        "attachments",
        "entities",
        "locale",
        "localTimestamp",
        "timestamp",
        "replyToId",
        "membersAdded",
        "suggestedActions",
        "textFormat",
        "clientActivityID",
        "triage",
        "relatesTo",
        "expiration",
    ];

    private static readonly string[] Texts =
    [
        "",
        "message",
        "event",
        "typing",
        "invoke",
        "conversationUpdate",
        "handoff.status",
        "webchat/join",
        "no",
        "9",
        "2026-11-22T08:00:00Z",
        "\0",
        "\u202e",
        "🩹🩹",
        "ff\u0301",
        "' OR 1=1 --",
        "../../..",
        "<script>",
        "%s%n",
        "{{",
        "null",
    ];

    private readonly Random random = new(seed);

    public int Number(int below) => random.Next(below);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public byte[] Bytes(int most)
    {
        var bytes = new byte[random.Next(most)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>An activity whose properties have any value at all.</summary>
    public string Activity()
    {
        var activity = new JsonObject { ["type"] = random.Next(3) == 0 ? Value(2) : Pick(Texts) };
        for (var i = random.Next(8); i > 0; i--)
        {
            activity[Pick(Names)] = Value(4);
        }

        var json = activity.ToJsonString();
        // Half of a surrogate pair cannot be put into a JsonNode, but into JSON it can.
        return random.Next(10) == 0 ? json.Replace("\"no\"", "\"\\ud800\"", StringComparison.Ordinal) : json;
    }

    /// <summary>A valid body with a few bytes lost, doubled or changed.</summary>
    public byte[] Mutated(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body).ToList();
        for (var i = 1 + random.Next(4); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(3))
            {
                case 0:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 10), bytes.Count - at));
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 10), bytes.Count - at)));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    public string Header()
    {
        var text = new StringBuilder();
        for (var i = random.Next(40); i > 0; i--)
        {
            text.Append((char)random.Next(' ', 127));
        }

        return text.ToString();
    }

    private JsonNode? Value(int depth) =>
        random.Next(depth > 0 ? 8 : 6) switch
        {
            0 => null,
            1 => random.Next(2) == 0,
            2 => random.NextInt64(long.MinValue, long.MaxValue),
            3 => random.NextDouble() * 1e300,
            4 or 5 => Pick(Texts),
            6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(depth - 1))]),
            _ => new JsonObject(
                Enumerable
                    .Range(0, random.Next(4))
                    .Select(_ => Pick(Names))
                    .Distinct()
                    .Select(name => KeyValuePair.Create(name, Value(depth - 1)))
            ),
        };
}
