namespace TriageBot.Host.Storage;

/// <summary>Runs one of the records' services as long as the host runs.</summary>
internal sealed class Worker(Func<CancellationToken, Task> run) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => run(stoppingToken);
}
