using TriageBot.Host.Configuration;
using TriageBot.Host.Content;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Storage;

/// <summary>Takes the data directory for this process and brings the records up to this version.</summary>
internal sealed class OpenRecords(
    HostSettings settings,
    ClinicalFiles files,
    RecordsDatabase database,
    OlderProtocols protocols
) : IDisposable
{
    private DirectoryLock? held;

    /// <exception cref="RecordsException">The records cannot be used, or another process writes to them.</exception>
    public async Task OpenAsync(CancellationToken stop)
    {
        held =
            DirectoryLock.TryTake(settings.Storage.Directory)
            ?? throw new RecordsException(
                $"Another host runs on {settings.Storage.Directory}. Stop it, or set Records:Directory to another place."
            );
        await database.UpgradeAsync(stop);
        await protocols.KeepAsync(files.Protocols, stop);
    }

    public void Dispose()
    {
        if (held is not null && settings.Storage.InMemory)
        {
            Directory.Delete(settings.Storage.Directory, recursive: true);
        }

        held?.Dispose();
    }
}
