using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Host.Tests.Support;

/// <summary>Talks Direct Line as its contract has it, without any client library.</summary>
internal sealed class DirectLineClient(HttpClient http, string credential)
{
    public const string Path = "/v3/directline";

    private readonly string device = Guid.NewGuid().ToString("N");
    private int written;

    /// <summary>A secret at first; the token once a conversation has begun.</summary>
    public string Credential { get; set; } = credential;

    public string Id { get; set; } = "";

    public string StreamUrl { get; private set; } = "";

    public long Watermark { get; private set; }

    /// <summary>How long a frame is waited for.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Asks for a token as a site's server does, and returns a client that holds it.</summary>
    public static async Task<DirectLineClient> WithTokenAsync(HttpClient http, string secret, string? user = null)
    {
        var server = new DirectLineClient(http, secret);
        var body = user is null ? null : new JsonObject { ["user"] = new JsonObject { ["id"] = user } };
        using var response = await server.Send(HttpMethod.Post, "/tokens/generate", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = await Json(response);
        return new DirectLineClient(http, (string)answer["token"]!) { Id = (string)answer["conversationId"]! };
    }

    public async Task<HttpStatusCode> BeginAsync(JsonObject? body = null)
    {
        using var response = await Send(HttpMethod.Post, "/conversations", body);
        await TakeOver(response);
        return response.StatusCode;
    }

    public async Task<HttpStatusCode> ReturnAsync(long? watermark = null)
    {
        using var response = await Send(HttpMethod.Get, $"/conversations/{Id}?watermark={watermark}");
        await TakeOver(response);
        return response.StatusCode;
    }

    public JsonObject Message(string text) =>
        new()
        {
            ["type"] = "message",
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = "me" },
            ["channelData"] = new JsonObject
            {
                ["clientActivityID"] = $"{device}-{Interlocked.Increment(ref written)}",
            },
        };

    public Task<HttpResponseMessage> Post(JsonNode activity) =>
        Send(HttpMethod.Post, $"/conversations/{Id}/activities", activity);

    /// <summary>Posts, expects that it is taken, and returns its id.</summary>
    public async Task<string> Say(string text) => await Say(Message(text));

    public async Task<string> Say(JsonObject activity)
    {
        using var response = await Post(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (string)(await Json(response))["id"]!;
    }

    /// <summary>What came since the last poll.</summary>
    public async Task<List<Reply>> Poll(long? from = null)
    {
        using var response = await Send(
            HttpMethod.Get,
            $"/conversations/{Id}/activities?watermark={from ?? Watermark}"
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Take(await response.Content.ReadAsStringAsync());
    }

    public async Task<ClientWebSocket> Connect(string? url = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url ?? StreamUrl), CancellationToken.None);
        return socket;
    }

    /// <summary>The next frame's activities; null where the host closed.</summary>
    public async Task<List<Reply>?> Read(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult frame;
        do
        {
            frame = await socket.ReceiveAsync(buffer, limit.Token);
            text.Write(buffer, 0, frame.Count);
        } while (!frame.EndOfMessage);
        return frame.MessageType == WebSocketMessageType.Close ? null : Take(Encoding.UTF8.GetString(text.ToArray()));
    }

    /// <summary>Reads frames until an activity fits.</summary>
    public async Task<List<Reply>> ReadUntil(ClientWebSocket socket, Func<Reply, bool> fits)
    {
        var all = new List<Reply>();
        while (!all.Exists(reply => fits(reply)))
        {
            all.AddRange(await Read(socket) ?? throw new InvalidOperationException("The host closed the stream."));
        }

        return all;
    }

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, Path + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Credential);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await http.SendAsync(request);
    }

    public static async Task<JsonNode> Json(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private async Task TakeOver(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            var answer = await Json(response);
            Id = (string)answer["conversationId"]!;
            Credential = (string)answer["token"]!;
            StreamUrl = (string)answer["streamUrl"]!;
        }
    }

    private List<Reply> Take(string json)
    {
        using var set = JsonDocument.Parse(json);
        Watermark = long.Parse(
            set.RootElement.GetProperty("watermark").GetString()!,
            System.Globalization.CultureInfo.InvariantCulture
        );
        return
        [
            .. set
                .RootElement.GetProperty("activities")
                .EnumerateArray()
                .Select(activity => new Reply(activity.Clone())),
        ];
    }
}
