using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TriageBot.Streams;

/// <summary>A patient in a web chat.</summary>
internal sealed class LineTalk(HttpClient http, string secret, int number) : ITalk
{
    /// <summary>How often one patient writes.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    private const string Door = "/v3/directline/conversations";

    private string id = "";
    private string token = "";
    private Task? listening;
    private volatile TaskCompletionSource replied = new();

    public bool IsLost => listening is { IsCompleted: true };

    public async Task BeginAsync(CancellationToken stop)
    {
        var answer = await CallAsync(HttpMethod.Post, Door, secret, null, stop);
        (id, token) = ((string)answer["conversationId"]!, (string)answer["token"]!);
    }

    public async Task ListenAsync(CancellationToken stop)
    {
        // As a client comes back that has everything: what it hears is what it waits for.
        var all = await CallAsync(HttpMethod.Get, $"{Door}/{id}/activities", token, null, stop);
        var answer = await CallAsync(HttpMethod.Get, $"{Door}/{id}?watermark={all["watermark"]}", token, null, stop);
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri((string)answer["streamUrl"]!), stop);
        listening = ReadAsync(socket, stop);
    }

    public async Task PlayAsync(Times answered, Times? heard, TimeSpan begin, TimeSpan length, CancellationToken stop)
    {
        await Task.Delay(begin, TimeProvider.System, stop);
        for (var over = TimeSpan.Zero; over < length; over += Pace)
        {
            var reply = replied = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var began = Stopwatch.GetTimestamp();
            await CallAsync(HttpMethod.Post, $"{Door}/{id}/activities", token, Text, stop);
            answered.Add(began);
            if (heard is not null && listening is not null)
            {
                await reply.Task.WaitAsync(stop);
                heard.Add(began);
            }

            var rest = Pace - Stopwatch.GetElapsedTime(began);
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, TimeProvider.System, stop);
        }
    }

    private JsonObject Text =>
        new()
        {
            ["type"] = "message",
            ["text"] = "hello",
            ["from"] = new JsonObject { ["id"] = $"u{number}" },
        };

    private async Task ReadAsync(ClientWebSocket stream, CancellationToken stop)
    {
        using var socket = stream;
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var frame = await socket.ReceiveAsync(buffer, stop);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (Encoding.UTF8.GetString(buffer, 0, frame.Count).Contains("\"role\":\"bot\"", StringComparison.Ordinal))
            {
                replied.TrySetResult();
            }
        }
    }

    private async Task<JsonNode> CallAsync(
        HttpMethod method,
        string path,
        string credential,
        JsonNode? body,
        CancellationToken stop
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request, stop);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonNode>(stop))!;
    }
}
