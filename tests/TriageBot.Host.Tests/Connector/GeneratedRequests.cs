using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests.Connector;

/// <summary>Makes requests that are nearly right: an activity with parts exchanged, bytes damaged, headers made up.</summary>
internal sealed class GeneratedRequests(Token good)
{
    private static readonly string[] Types =
    [
        "message",
        "conversationUpdate",
        "event",
        "typing",
        "invoke",
        "endOfConversation",
        "messageReaction",
        "handoff",
        "MESSAGE",
    ];

    private static readonly string[] Texts =
    [
        "hello",
        "my chest hurts",
        "no",
        "1",
        "fever of 102",
        "",
        " ",
        "\u202e\u0000\u0007",
        "👩‍⚕️🩸",
        "dolor de pecho",
        "stop",
        "nurse",
        new('x', 9_999),
        new('9', 400),
        "<script>alert(1)</script>",
        "{\"type\":\"message\"}",
    ];

    private static readonly string[] Fields =
    [
        "type",
        "id",
        "text",
        "channelId",
        "deliveryMode",
        "from",
        "recipient",
        "conversation",
        "serviceUrl",
        "name",
        "value",
        "channelData",
        "entities",
        "attachments",
        "membersAdded",
        "timestamp",
        "localTimestamp",
        "locale",
        "replyToId",
        "relatesTo",
        "suggestedActions",
        "importance",
        "expiration",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "123456789012345678901234567890",
        "\"\"",
        "\"x\"",
        "\"\\u0000\"",
        "\"expectReplies\"",
        "\"handoff.status\"",
        "\"handoff.initiate\"",
        "\"es\"",
        "\"xx-invalid-locale\"",
        "\"2026-13-45T99:00:00Z\"",
        "\"0001-01-01T00:00:00-14:00\"",
        "[]",
        "[null]",
        "[{}]",
        "{}",
        "{\"id\":null}",
        "{\"id\":\"\"}",
        "{\"id\":7}",
        "{\"id\":\"a|b/c?d#e\"}",
        "{\"state\":7}",
        "{\"state\":\"accepted\"}",
        "[{\"id\":\"u\"},{\"id\":\"bot\"}]",
        "[{\"type\":\"mention\",\"mentioned\":7}]",
        "[{\"contentType\":null,\"content\":[1,[2,[3]]]}]",
        "{\"postBack\":{},\"clientActivityID\":7}",
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("X-Forwarded-For", "203.0.113.7"),
        ("Accept-Encoding", "br;q=9, *"),
        ("Accept", "\"\""),
        ("Content-Encoding", "gzip"),
        ("Content-Language", "???"),
        ("Expect", "200-maybe"),
        ("Cookie", "a=b; =; ;;"),
        ("traceparent", "00-zz"),
        ("tracestate", "====="),
        ("baggage", "%%%"),
        ("X-Request-Id", new('r', 2_000)),
        ("Host", "example.com:99999"),
        ("Host", "[::1"),
        ("Authorization", "Bearer second"),
        ("Transfer-Encoding", "chunked"),
        ("If-Match", "*"),
        ("Range", "bytes=9-1"),
    ];

    private static readonly string[] ContentTypes =
    [
        "application/json",
        "application/json; charset=utf-8",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "application/activity+json",
        "text/plain",
        "multipart/form-data",
        ";;;",
    ];

    /// <summary>One request; most of them reach the bot or nearly do.</summary>
    public Gen<GeneratedRequest> One =>
        from body in Body
        from damage in Gen.Frequency((6, Gen.Constant(Untouched)), (1, Damage))
        from contentType in Gen.Frequency((8, Gen.Constant(ContentTypes[0])), (1, Gen.Elements(ContentTypes)))
        from authorization in Authorization
        from headers in Gen.Frequency(
            (4, Gen.Constant(Array.Empty<(string, string)>())),
            (1, Gen.Elements(Headers).ArrayOf(2))
        )
        select new GeneratedRequest(damage(Encoding.UTF8.GetBytes(body)), contentType, authorization, headers);

    private Gen<string> Body =>
        from type in Gen.Frequency((4, Gen.Constant(Types[0])), (2, Gen.Elements(Types)))
        from text in Gen.Elements(Texts)
        from person in Gen.Choose(1, 40)
        // Few, so that most messages are repeats: a turn takes long beside all else that is tried here.
        from number in Gen.Choose(1, 25)
        from pushed in Gen.Elements(true, false, false)
        from changes in Gen.Zip(Gen.Elements(Fields), Gen.Elements(Values)).ListOf()
        from count in Gen.Choose(-2, 3)
        select Write(Activity(type, text, person, number, pushed), changes.Take(count));

    private Gen<string?> Authorization
    {
        get
        {
            var token = good.Write();
            var spoiled = Gen.Elements<string?>(
                null,
                "",
                "Bearer",
                "Bearer ..",
                "Bearer a.b.c",
                "Basic eA==",
                $"bearer  {token}",
                $"Bearer {token}.",
                $"Bearer {token} {token}",
                $"Bearer {(good with { Algorithm = "none" }).Write(_ => [])}",
                $"Bearer {(good with { Algorithm = "HS256" }).Write()}",
                $"Bearer {(good with { Audience = "another" }).Write()}",
                $"Bearer {(good with { KeyId = "\u0000" }).Write()}"
            );
            var flipped =
                from at in Gen.Choose(0, token.Length - 1)
                from with in Gen.Elements('A', '_', '.', '=', '+', ' ', '~')
                select (string?)$"Bearer {token[..at]}{with}{token[(at + 1)..]}";
            return Gen.Frequency((16, Gen.Constant<string?>($"Bearer {token}")), (1, spoiled), (1, flipped));
        }
    }

    private static Func<byte[], byte[]> Untouched => bytes => bytes;

    private static Gen<Func<byte[], byte[]>> Damage =>
        from at in Gen.Choose(0, 10_000)
        from with in Gen.Choose(0, 255)
        from kind in Gen.Choose(0, 4)
        select new Func<byte[], byte[]>(bytes =>
        {
            var place = at % bytes.Length;
            return kind switch
            {
                0 => bytes[..place],
                1 => [.. bytes[..place], (byte)with, .. bytes[place..]],
                2 => [.. bytes[..place], (byte)with, .. bytes[(place + 1)..]],
                3 => [.. bytes, .. bytes],
                _ => [.. bytes[..place], .. Enumerable.Repeat((byte)'[', at), .. bytes[place..]],
            };
        });

    private JsonObject Activity(string type, string text, int person, int number, bool pushed)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"m-{number}",
            ["text"] = text,
            ["channelId"] = "webchat",
            ["serviceUrl"] = good.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = $"u{person}" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = $"c{person}" },
        };
        if (!pushed)
        {
            activity["deliveryMode"] = "expectReplies";
        }

        return activity;
    }

    private static string Write(JsonObject activity, IEnumerable<(string Field, string Value)> changes)
    {
        var parts = activity.ToDictionary(part => part.Key, part => part.Value?.ToJsonString() ?? "null");
        foreach (var (field, value) in changes)
        {
            // As text, because not every value here is one that a number can hold.
            parts[field] = value;
        }

        return $"{{{string.Join(',', parts.Select(part => $"\"{part.Key}\":{part.Value}"))}}}";
    }
}

/// <param name="Headers">Beside the content's and Authorization.</param>
internal sealed record GeneratedRequest(
    byte[] Body,
    string ContentType,
    string? Authorization,
    (string Name, string Value)[] Headers
);
