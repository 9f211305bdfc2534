namespace TriageBot.Host.Content;

/// <summary>
/// Gives back what a start needed and nothing after it does: reading the files of clinicians leaves several times what is
/// kept of them, and the collector would hold on to that room for as long as there is any.
/// </summary>
internal sealed class ReturningMemory(TimeProvider clock) : BackgroundService
{
    // Whoever waited for the start is served first: the collection stops all others for some hundredths of a second.
    private static readonly TimeSpan afterStart = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(afterStart, clock, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
