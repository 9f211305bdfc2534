using System.Threading.Channels;

namespace TriageBot.Records.Clocks;

/// <summary>Wakes a loop: when somebody rings, or when its time has come.</summary>
internal sealed class Alarm(TimeProvider clock)
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Returns at a ring, at <paramref name="at"/>, or after <paramref name="longest"/>; never throws for a stop.</summary>
    public async Task WaitAsync(DateTimeOffset? at, TimeSpan longest, CancellationToken stop)
    {
        var wait = at - clock.GetUtcNow() is { } left && left < longest ? left : longest;
        if (wait <= TimeSpan.Zero)
        {
            return;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var ring = rings.Reader.ReadAsync(patience.Token).AsTask();
        await Task.WhenAny(ring, Task.Delay(wait, clock, patience.Token));
        await patience.CancelAsync();
        await ((Task)ring).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
