using TriageBot.Protocols.Proofs;

namespace TriageBot.Host.Content;

/// <summary>
/// Proves the protocols once the host serves. A start does not wait for it: what is shipped was proved when it was built,
/// and what a hospital mounts is proved within seconds and shown by <c>/readyz</c>.
/// </summary>
internal sealed class ProvingProtocols(
    ClinicalFiles files,
    IHostApplicationLifetime lifetime,
    ILogger<ProvingProtocols> log
) : BackgroundService
{
    private volatile string state = "proving";

    /// <summary>"proving", "proved" or "unsafe".</summary>
    public string State => state;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var begun = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.Factory.StartNew(Prove, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Prove()
    {
        // On its own thread and below all others: patients come first.
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        var violations = Proof.OfAll(files.Protocols.Protocols).SelectMany(proof => proof.Violations).ToList();
        state = violations.Count == 0 ? "proved" : "unsafe";
        foreach (var violation in violations)
        {
            log.LogError("A protocol is not safe: {Violation}", violation);
        }
    }
}
