using TriageBot.Records.Model;

namespace TriageBot.Records.Storage;

/// <summary>Where the records lie: one place to read from, one to write through.</summary>
public abstract class RecordsDatabase : IAsyncDisposable
{
    /// <summary>False from a write that the storage refused until one that it took.</summary>
    public bool IsHealthy { get; protected set; } = true;

    /// <summary>True where other processes may deliver from the same records.</summary>
    public abstract bool IsShared { get; }

    /// <summary>
    /// Brings the tables up to this program's version, after a backup where there is something to lose.
    /// </summary>
    /// <exception cref="RecordsException">The database was written by a newer program, or cannot be opened.</exception>
    public abstract Task UpgradeAsync(CancellationToken cancellationToken);

    /// <summary>A view for reading only; it sees what was committed when its first query runs.</summary>
    public abstract RecordsContext OpenForReading();

    /// <summary>
    /// Runs <paramref name="work"/> and saves what it changed, wholly or not at all; returns once it is on disk.
    /// The work may read; it must not wait for anything but the database.
    /// </summary>
    public abstract Task<T> WriteAsync<T>(
        Func<RecordsContext, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    );

    /// <summary>Writes a copy that is whole, while turns go on.</summary>
    public abstract Task BackUpAsync(string path, CancellationToken cancellationToken);

    /// <summary>True where <paramref name="problem"/> says that another writer was first and the turn may run again.</summary>
    public abstract bool IsConflict(Exception problem);

    /// <summary>Reads a little, to see whether the storage is there.</summary>
    public abstract Task<bool> AnswersAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    public Task WriteAsync(Func<RecordsContext, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async (records, stop) =>
            {
                await work(records, stop);
                return true;
            },
            cancellationToken
        );
}
