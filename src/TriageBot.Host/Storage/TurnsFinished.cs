using TriageBot.Records.Turns;

namespace TriageBot.Host.Storage;

/// <summary>Lets the turns end whose callers have hung up, before the records close.</summary>
internal sealed class TurnsFinished(TurnRunner turns, TimeProvider clock) : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        while (turns.TurnsInFlight > 0 && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
