using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Storage;

/// <summary>
/// The process's only writer: all writes queue here. What has queued up while the disk was busy shares the next commit,
/// each in a savepoint of its own, so that one that fails takes nothing else with it.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int GroupLimit = 64;
    private static readonly TimeSpan GroupTime = TimeSpan.FromMilliseconds(2);

    private readonly BlockingCollection<PendingWrite> queue = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteFile file;
    private readonly Action<bool> reportHealth;
    private SqliteConnection? connection;
    private SqliteLedger? ledger;

    public SqliteWriter(SqliteFile file, Action<bool> reportHealth)
    {
        this.file = file;
        this.reportHealth = reportHealth;
        // A thread of its own: it waits for the disk, and must get its turn when the pool is busy with bots.
        new Thread(Run) { IsBackground = true, Name = "records writer" }.Start();
    }

    public async Task<T> WriteAsync<T>(Func<TurnLedger, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        var write = new PendingWrite<T>(work, stop);
        try
        {
            queue.Add(write, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new RecordsException("The records are closed.");
        }
        return await write.Result;
    }

    public async ValueTask DisposeAsync()
    {
        queue.CompleteAdding();
        await ended.Task;
        Disconnect();
    }

    private void Run()
    {
        var group = new List<PendingWrite>(GroupLimit);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            group.Clear();
            group.Add(first);
            try
            {
                CommitGroup(group);
                reportHealth(true);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                // Nothing of the group is on disk. A fresh connection may find the storage back.
                Disconnect();
                reportHealth(false);
                group.ForEach(write => write.Fail(problem));
                continue;
            }
            group.ForEach(write => write.Finish());
        }
        ended.SetResult();
    }

    private void Disconnect()
    {
        ledger?.Dispose();
        ledger = null;
        connection?.Dispose();
        connection = null;
    }

    private void CommitGroup(List<PendingWrite> group)
    {
        // SQLite goes on writing into a file that was unlinked under it; what it says is committed then would be lost.
        if (!File.Exists(file.Path))
        {
            throw new IOException($"The database {file.Path} is gone.");
        }

        connection ??= file.OpenForWriting();
        ledger ??= new SqliteLedger(connection);
        using var transaction = connection.BeginTransaction(deferred: false);
        var began = Stopwatch.GetTimestamp();
        RunOne(group[0], transaction);
        while (group.Count < GroupLimit && Stopwatch.GetElapsedTime(began) < GroupTime && queue.TryTake(out var write))
        {
            group.Add(write);
            RunOne(write, transaction);
        }
        transaction.Commit();
    }

    private void RunOne(PendingWrite write, SqliteTransaction transaction)
    {
        ledger!.Begin(transaction);
        try
        {
            write.Cancelled.ThrowIfCancellationRequested();
            // All of it is done on this thread: SQLite knows no waiting but for the disk.
            write.Run(ledger).GetAwaiter().GetResult();
            ledger.SaveAsync(CancellationToken.None).GetAwaiter().GetResult();
            ledger.Keep();
        }
        catch (Exception problem) when (!IsFatal(problem))
        {
            write.Fault(problem);
            ledger.TakeBack();
        }
    }

    // After these SQLite may have rolled back the whole transaction by itself.
    private static bool IsFatal(Exception problem) =>
        problem is OutOfMemoryException
        || (problem as SqliteException ?? problem.InnerException as SqliteException)
            is { SqliteErrorCode: SqliteErrors.InputOutput or SqliteErrors.Full or SqliteErrors.NoMemory };
}
