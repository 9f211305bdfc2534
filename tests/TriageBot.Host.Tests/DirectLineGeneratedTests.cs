using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using TriageBot.Host.Tests.Support;
using Xunit.Abstractions;

namespace TriageBot.Host.Tests;

/// <summary>Twenty thousand bodies, headers and frames that no decent client sends: never a 500, and nobody else is hurt.</summary>
public sealed class DirectLineGeneratedTests(ITestOutputHelper output)
{
    private const int Calls = 16_000;
    private const int Sockets = 400;
    private const int FramesEach = 10;
    private const int AtATime = 8;
    private const int Talks = 50;

    private static readonly int Seed = int.Parse(
        Environment.GetEnvironmentVariable("TRIAGEBOT_SEED") ?? "20261122",
        CultureInfo.InvariantCulture
    );

    private static readonly string[] Unlimited =
    [
        .. DirectLineHost.Settings,
        "--DirectLine:Limits:RequestsPerSecond=1000000",
        "--DirectLine:Limits:CallsPerSecond=1000000",
        "--DirectLine:Limits:ConversationsPerMinute=1000000",
        "--DirectLine:Limits:MessagesPerMinute=1000000",
        "--DirectLine:Limits:SocketsPerConversation=1000",
    ];

    [Fact]
    public async Task Whatever_is_sent_no_call_fails_inside_and_no_other_stream_is_lost()
    {
        output.WriteLine($"The calls and frames come from TRIAGEBOT_SEED={Seed}.");
        await using var host = await TestHost.StartAsync(settings: Unlimited);
        var bystander = await Begun(host);
        using var stream = await bystander.Connect();
        await bystander.ReadUntil(stream, reply => reply.Question is not null);
        // It listens all the while, as clients do: who answers no ping is taken for gone.
        bystander.Patience = TimeSpan.FromMinutes(15);
        var hears = bystander.ReadUntil(stream, reply => reply.Question is not null);
        var talks = new List<DirectLineClient>();
        for (var i = 0; i < Talks; i++)
        {
            talks.Add(await Begun(host));
        }

        var busy = new ParallelOptions { MaxDegreeOfParallelism = AtATime };
        await Parallel.ForAsync(0, Calls, busy, async (i, _) => await Call(host, talks[i % Talks], i));
        await Parallel.ForAsync(0, Sockets, busy, async (i, _) => await Frames(host, talks[i % Talks], i));

        Assert.Equal(WebSocketState.Open, stream.State);
        var id = await bystander.Say("I have a fever of 102");
        Assert.Equal(id, (await hears)[0].Id);
        Assert.DoesNotContain("Critical:", host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("A turn threw", host.Log.All, StringComparison.Ordinal);
    }

    private static async Task Call(TestHost host, DirectLineClient talk, int number)
    {
        var generated = new Generated(Seed + number);
        using var request = Make(generated, talk);
        using var response = await host.Http.SendAsync(request);
        Assert.True(
            (int)response.StatusCode is 200 or 201 or (>= 400 and < 500),
            $"Seed {Seed}, call {number}: {request.Method} {request.RequestUri} got {(int)response.StatusCode}\n"
                + string.Concat(host.Log.All.TakeLast(2_000))
        );
    }

    private static HttpRequestMessage Make(Generated generated, DirectLineClient talk)
    {
        var activities = $"{DirectLineClient.Path}/conversations/{talk.Id}/activities";
        var valid = talk.Message("no").ToJsonString();
        var request = generated.Number(22) switch
        {
            < 7 => Post(activities, Encoding.UTF8.GetBytes(generated.Activity()), "application/json"),
            < 11 => Post(activities, generated.Mutated(valid), "application/json"),
            < 13 => Post(activities, generated.Bytes(300), "application/json; charset=utf-8"),
            13 => Post(activities, Encoding.UTF8.GetBytes(valid), generated.Header()),
            14 => Post(
                $"{DirectLineClient.Path}/tokens/generate",
                generated.Mutated("{\"user\":{\"id\":\"ann\"}}"),
                ""
            ),
            15 => Post(
                $"{DirectLineClient.Path}/conversations/{talk.Id}/upload?userId={Uri.EscapeDataString(generated.Header())}",
                generated.Mutated(
                    "--b\r\nContent-Disposition: form-data; name=activity\r\nContent-Type: application/vnd.microsoft.activity"
                        + $"\r\n\r\n{valid}\r\n--b\r\nContent-Disposition: form-data; name=file; filename=a.jpg\r\n\r\nxx\r\n--b--"
                ),
                generated.Number(2) == 0 ? "multipart/form-data; boundary=b" : "multipart/form-data; boundary=\"c\""
            ),
            16 => new HttpRequestMessage(
                HttpMethod.Get,
                $"{activities}?watermark={Uri.EscapeDataString(generated.Header())}"
            ),
            17 => new HttpRequestMessage(
                HttpMethod.Get,
                $"{DirectLineClient.Path}/conversations/{Uri.EscapeDataString(generated.Header())}"
            ),
            18 => new HttpRequestMessage(
                HttpMethod.Get,
                $"{DirectLineClient.Path}/conversations/{talk.Id}/stream?t={Uri.EscapeDataString(generated.Header())}"
            ),
            19 => Post(
                "/chat/token",
                generated.Mutated($"{{\"resume\":\"{talk.Credential}\",\"link\":\"7k2m9x4q-b8n3v6ht\"}}"),
                "application/json"
            ),
            20 => Post(
                "/chat/earlier",
                generated.Mutated("{\"link\":\"7k2m9x4q-b8n3v6ht\",\"born\":\"1950-03-02\"}"),
                "application/json"
            ),
            _ => new HttpRequestMessage(HttpMethod.Post, $"{DirectLineClient.Path}/tokens/refresh"),
        };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            generated.Number(10) == 0 ? $"Bearer {generated.Header()}"
                : generated.Number(8) == 0 ? $"Bearer {Encoding.ASCII.GetString(generated.Mutated(talk.Credential))}"
                : generated.Number(8) == 0 ? $"Bearer {DirectLineHost.Secret}"
                : $"Bearer {talk.Credential}"
        );
        request.Headers.TryAddWithoutValidation("Origin", generated.Header());
        request.Headers.TryAddWithoutValidation("x-ms-bot-agent", generated.Header());
        return request;
    }

    private static HttpRequestMessage Post(string path, byte[] body, string contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return request;
    }

    /// <summary>Opens a stream properly, and then sends frames that a WebSocket library would never let out.</summary>
    private static async Task Frames(TestHost host, DirectLineClient talk, int number)
    {
        var generated = new Generated(Seed - 1 - number);
        await talk.ReturnAsync();
        var path = new Uri(talk.StreamUrl).PathAndQuery;
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port);
        await using var wire = client.GetStream();
        await wire.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\nHost: {host.Address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
            )
        );
        var answer = new byte[12];
        await wire.ReadExactlyAsync(answer);
        Assert.Equal("HTTP/1.1 101", Encoding.ASCII.GetString(answer));
        try
        {
            for (var i = 0; i < FramesEach; i++)
            {
                await wire.WriteAsync(Frame(generated));
            }
        }
        catch (IOException)
        {
            // The host has hung up on this one, which is its right.
        }
    }

    private static byte[] Frame(Generated generated)
    {
        var payload = generated.Bytes(120);
        // Mostly whole frames, masked with zeros; else anything.
        return generated.Number(4) == 0
            ? generated.Bytes(200)
            :
            [
                (byte)(generated.Number(2) << 7 | generated.Number(16)),
                (byte)(0x80 | payload.Length),
                0,
                0,
                0,
                0,
                .. payload,
            ];
    }

    private static async Task<DirectLineClient> Begun(TestHost host)
    {
        var client = await DirectLineClient.WithTokenAsync(host.Http, DirectLineHost.Secret);
        await client.BeginAsync();
        return client;
    }
}
