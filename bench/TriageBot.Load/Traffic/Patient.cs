using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Unicode;

namespace TriageBot.Load.Traffic;

/// <summary>Plays scripts over one connection, one message after the other, and checks each answer.</summary>
internal sealed class Patient(int number, IPEndPoint endpoint, ICast cast, bool checks) : IDisposable
{
    private static readonly byte[] Beginning = "\"type\":\"message\",\"id\":\""u8.ToArray();
    private readonly HttpConnection connection = new(endpoint);
    private readonly byte[] body = new byte[2048];
    private readonly List<long> times = [];
    private int said;

    /// <summary>How long the answers took since measuring began, in ticks of <see cref="Stopwatch"/>.</summary>
    public IReadOnlyList<long> Times => times;

    /// <summary>Plays until told to stop; what is under way is played to its end.</summary>
    public async Task PlayAsync(Func<bool> isMeasuring, Func<bool> isOver, CancellationToken stop)
    {
        await connection.OpenAsync(stop);
        for (var played = 0; !isOver(); played++)
        {
            var (conversation, script, question) = cast.Next(number, played);
            foreach (var exchange in script.Exchanges)
            {
                var began = Stopwatch.GetTimestamp();
                question = await SayAsync(conversation, exchange, question, stop);
                if (isMeasuring())
                {
                    times.Add(Stopwatch.GetTimestamp() - began);
                }

                if (isOver())
                {
                    return;
                }
            }
        }
    }

    /// <summary>Opens the connection and says one thing.</summary>
    public async Task SayOnceAsync(string conversation, Exchange exchange, CancellationToken stop)
    {
        await connection.OpenAsync(stop);
        await SayAsync(conversation, exchange, "", stop);
    }

    public void Dispose() => connection.Dispose();

    /// <summary>Sends the text as the answer to the question with that activity id; returns the id of the next question.</summary>
    private async ValueTask<string> SayAsync(
        string conversation,
        Exchange exchange,
        string question,
        CancellationToken stop
    )
    {
        var repliesTo = question.Length == 0 ? "" : $"\"replyToId\":\"{question}\",";
        Utf8.TryWrite(
            body,
            $$"""{"type":"message","id":"{{number}}-{{++said}}-{{conversation}}","timestamp":"2026-11-22T08:00:00Z","channelId":"webchat","serviceUrl":"http://localhost:3979","from":{"id":"user-{{conversation}}","name":"User"},"recipient":{"id":"bot","name":"Bot"},"conversation":{"id":"{{conversation}}"},"locale":"en-US","deliveryMode":"expectReplies",{{repliesTo}}"text":"{{exchange.Text}}"}""",
            out var length
        );
        var (status, answer) = await connection.PostAsync(body.AsMemory(0, length), stop);
        if (status != 200 || answer.Span.IndexOf("\"activities\":["u8) < 0)
        {
            throw Wrong(conversation, exchange, status, answer);
        }

        if (!checks)
        {
            return question.Length > 0 ? question : "01a202b729b972618c7a3f6c5db23c62|0000003";
        }

        if (answer.Span.IndexOf(exchange.Expected) < 0)
        {
            throw Wrong(conversation, exchange, status, answer);
        }

        return IdOfQuestion(answer.Span);
    }

    private static string IdOfQuestion(ReadOnlySpan<byte> answer)
    {
        var question = answer.LastIndexOf("\"question\":{"u8);
        if (question < 0)
        {
            return "";
        }

        var id = answer[(answer[..question].LastIndexOf(Beginning) + Beginning.Length)..];
        return Encoding.ASCII.GetString(id[..id.IndexOf((byte)'"')]);
    }

    private static InvalidOperationException Wrong(
        string conversation,
        Exchange exchange,
        int status,
        ReadOnlyMemory<byte> answer
    ) =>
        new(
            $"{conversation} said '{exchange.Text}', expected {Encoding.UTF8.GetString(exchange.Expected)}, got {status}: "
                + Encoding.UTF8.GetString(answer.Span)
        );
}
