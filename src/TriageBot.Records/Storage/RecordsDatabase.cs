using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

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

    /// <summary>Commits a transaction that changes nothing: that too needs the file, the right to write, and the lock.</summary>
    public Task CheckWritingAsync(CancellationToken cancellationToken) =>
        WriteTurnAsync((_, _) => Task.FromResult(true), cancellationToken);

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

    /// <summary>What an attempt at a turn begins from.</summary>
    /// <param name="mayBeOld">True where a memory of the last turn will do: the commit finds out if it is out of date.</param>
    internal virtual async Task<Snapshot> ReadTurnAsync(Arrival arrival, bool mayBeOld, CancellationToken stop)
    {
        using var records = OpenForReading();
        // One transaction, so that version, states and cases are of the same moment.
        using var moment = await records.Database.BeginTransactionAsync(stop);
        return await Snapshot.ReadAsync(records, arrival, stop);
    }

    /// <summary>Our own id of the conversation at an address; null where nobody has written from there.</summary>
    internal virtual async Task<string?> FindConversationAsync(Address address, CancellationToken stop)
    {
        using var records = OpenForReading();
        return await Snapshot.FindConversation(records, address, stop);
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, with a turn's own statements.</summary>
    internal virtual Task<T> WriteTurnAsync<T>(
        Func<TurnLedger, CancellationToken, Task<T>> work,
        CancellationToken stop
    ) =>
        WriteAsync(
            async (records, cancelled) =>
            {
                var ledger = new ContextLedger(records);
                var result = await work(ledger, cancelled);
                await ledger.SaveAsync(cancelled);
                return result;
            },
            stop
        );

    /// <summary>Takes note of what a committed turn left, for the next one from the same address.</summary>
    internal virtual void Remember(Address address, Snapshot left) { }

    /// <summary>A conversation was changed in another way than by a turn from outside.</summary>
    internal virtual void Forget(string conversation) { }

    /// <summary>When what waits for its time comes due: the one question that is asked over and over while nothing happens.</summary>
    internal virtual async Task<DueTimes> NextDueAsync(CancellationToken stop)
    {
        using var records = OpenForReading();
        return new DueTimes(
            await records.Timers.MinAsync(row => (DateTimeOffset?)row.FiresAt, stop),
            await records
                .Cases.Where(row => row.DueToldAt == null && row.Status != CaseStatus.Closed)
                .MinAsync(row => (DateTimeOffset?)row.FallsDueAt, stop),
            await records
                .Activities.Where(row => row.Delivery == DeliveryState.Pending)
                .MinAsync(row => row.DueAt, stop)
        );
    }
}

/// <summary>The earliest moments on the host's clock; null where nothing waits.</summary>
/// <param name="Timer">A timer fires.</param>
/// <param name="Case">A case falls due that nobody was told of.</param>
/// <param name="Message">A message may be tried, unless one before it in its conversation still waits.</param>
internal readonly record struct DueTimes(DateTimeOffset? Timer, DateTimeOffset? Case, DateTimeOffset? Message);
