using TriageBot.Conversation.Phrases;
using TriageBot.Host.Configuration;
using TriageBot.Protocols;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Reading;

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
        // On its own thread and below all others: patients come first.
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        var protocols = files.Protocols.Protocols;
        if (!TextsAreSafe(protocols))
        {
            state = "unsafe";
            return;
        }

        var known = System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];
        var open = protocols.Where(protocol => !known.Contains(MarkOf(protocol))).ToList();
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

    private bool TextsAreSafe(IReadOnlyList<Protocol> protocols)
    {
        var defects = new List<Defect>();
        TextChecks.Read(DialogFiles.In(settings.Content.Directory).Phrases, protocols, files.Reader(), defects);
        foreach (var defect in defects)
        {
            log.LogError("A text is not as it should be: {Defect}", defect);
        }

        return !defects.Exists(defect => TextChecks.Misleads(defect.Code));
    }

    // The proof is of the text and of the code that decides over it.
    private static string MarkOf(Protocol protocol) => $"{protocol.Hash} {typeof(Triage).Module.ModuleVersionId:N}";
}
