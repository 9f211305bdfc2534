using TriageBot.Host.Configuration;
using TriageBot.Protocols;
using TriageBot.Protocols.Proofs;

namespace TriageBot.Host.Content;

/// <summary>
/// Proves the protocols once the host serves. A start does not wait for it: what is shipped was proved when it was built,
/// and what a hospital mounts is proved within seconds and shown by <c>/readyz</c>. What this build has proved before, in
/// this data directory, is not proved again.
/// </summary>
internal sealed class ProvingProtocols(
    ClinicalFiles files,
    HostSettings settings,
    IHostApplicationLifetime lifetime,
    ILogger<ProvingProtocols> log
) : BackgroundService
{
    private const string FileName = "proved.txt";

    private volatile string state = "proving";

    /// <summary>"proving", "proved", "unsafe" or, where Development asks for none, "not asked".</summary>
    public string State => state;

    private string File => Path.Combine(settings.Storage.Directory, FileName);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Content.Prove)
        {
            state = "not asked";
            return;
        }

        var started = new TaskCompletionSource();
        await using var begun = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        await Task.Factory.StartNew(Prove, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void Prove()
    {
        var protocols = files.Protocols.Protocols;
        var known = System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];
        var open = protocols.Where(protocol => !known.Contains(MarkOf(protocol))).ToList();
        // On its own thread and below all others: patients come first.
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        var violations = Proof.OfAll(open).SelectMany(proof => proof.Violations).ToList();
        foreach (var violation in violations)
        {
            log.LogError("A protocol is not safe: {Violation}", violation);
        }

        if (violations.Count > 0)
        {
            state = "unsafe";
            return;
        }

        state = "proved";
        if (open.Count > 0)
        {
            System.IO.File.WriteAllLines(File, protocols.Select(MarkOf));
        }
    }

    // The proof is of the text and of the code that decides over it.
    private static string MarkOf(Protocol protocol) => $"{protocol.Hash} {typeof(Triage).Module.ModuleVersionId:N}";
}
