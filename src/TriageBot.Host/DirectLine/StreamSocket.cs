using System.Net.WebSockets;

namespace TriageBot.Host.DirectLine;

/// <summary>One client's open stream: sends what comes, and listens only to notice that the client is gone.</summary>
internal sealed class StreamSocket(
    WebSocket socket,
    DirectLineToken holder,
    Doorkeeper door,
    ConversationReader reader,
    StreamSignals signals,
    TimeSpan longestIdle,
    TimeProvider clock,
    ILogger log
)
{
    private const int LongestFrame = 4096;
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LooksAtLinkEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterProblem = TimeSpan.FromSeconds(1);

    private readonly byte[] heard = new byte[256];

    /// <summary>Returns when the client has gone, has been idle for too long, its link has ended, or the host stops.</summary>
    public async Task RunAsync(long watermark, CancellationToken hostStops)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(hostStops);
        var listening = ListenAsync();
        var sending = SendAsync(watermark, ends.Token);
        var watching = WatchLinkAsync(ends.Token);
        await Task.WhenAny(listening, sending, watching);
        await ends.CancelAsync();
        await Task.WhenAll(sending, watching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await CloseAsync(
            hostStops.IsCancellationRequested
                ? WebSocketCloseStatus.EndpointUnavailable
                : WebSocketCloseStatus.NormalClosure
        );
        await Task.WhenAny(listening, Task.Delay(ClosePatience, clock, CancellationToken.None));
        socket.Abort();
        await ((Task)listening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Clients send empty frames to see whether the line holds. Nothing that they send means anything else.</summary>
    private async Task ListenAsync()
    {
        var length = 0;
        while (true)
        {
            var frame = await socket.ReceiveAsync(heard.AsMemory(), CancellationToken.None);
            length = frame.EndOfMessage ? 0 : length + frame.Count;
            if (frame.MessageType == WebSocketMessageType.Close || length > LongestFrame)
            {
                return;
            }
        }
    }

    /// <summary>Returns when the link that the client came by has ended; for who came without one, never.</summary>
    private async Task WatchLinkAsync(CancellationToken stop)
    {
        do
        {
            await Task.Delay(holder.Link is null ? Timeout.InfiniteTimeSpan : LooksAtLinkEvery, clock, stop);
        } while (await IsAdmittedAsync(stop));
    }

    private Task<bool> IsAdmittedAsync(CancellationToken stop) =>
        PersistAsync(() => door.StillAdmitsAsync(holder, stop), stop);

    private async Task SendAsync(long watermark, CancellationToken stop)
    {
        if (await BeginningAsync(stop) is not { } conversation)
        {
            return;
        }

        using var signal = signals.Listen(conversation);
        var seen = watermark;
        do
        {
            seen = await SendNewAsync(conversation, seen, stop);
        } while (await HasNewsAsync(signal, stop) && await IsAdmittedAsync(stop));
    }

    /// <summary>Our own id of the conversation, once it has begun; null where it does not for too long.</summary>
    private async Task<string?> BeginningAsync(CancellationToken stop)
    {
        using var anything = signals.Listen("");
        string? conversation;
        do
        {
            conversation = await PersistAsync(() => reader.FindAsync(holder, stop), stop);
        } while (conversation is null && await HasNewsAsync(anything, stop));
        return conversation;
    }

    private async Task<long> SendNewAsync(string conversation, long seen, CancellationToken stop)
    {
        ActivitySet news;
        do
        {
            news = await PersistAsync(() => reader.ReadAsync(holder, conversation, seen, stop), stop);
            if (news.Activities.Count > 0)
            {
                using var patience = new CancellationTokenSource(SendPatience, clock);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
                await socket.SendAsync(news.ToJson(), WebSocketMessageType.Text, true, either.Token);
            }

            seen = news.Watermark;
        } while (news.HasMore);
        return seen;
    }

    /// <summary>Where the records are out of reach for a moment, the client loses nothing as long as its line holds.</summary>
    private async Task<T> PersistAsync<T>(Func<Task<T>> read, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await read();
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                log.LogError("Could not read for a stream: {Problem}", problem.GetType().FullName);
                await Task.Delay(PauseAfterProblem, clock, stop);
            }
        }
    }

    /// <summary>False where nothing came for too long.</summary>
    private async Task<bool> HasNewsAsync(StreamSignals.Signal signal, CancellationToken stop)
    {
        using var idle = new CancellationTokenSource(longestIdle, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, idle.Token);
        var ring = signal.WaitAsync(either.Token);
        await ring.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ring.IsCompletedSuccessfully;
    }

    private async Task CloseAsync(WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var patience = new CancellationTokenSource(ClosePatience, clock);
        var closing = socket.CloseOutputAsync(status, null, patience.Token);
        await closing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
