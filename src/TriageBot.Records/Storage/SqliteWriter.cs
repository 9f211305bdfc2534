using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;

namespace TriageBot.Records.Storage;

/// <summary>
/// The process's only writer: all writes queue here. What has queued up while the disk was busy shares the next commit,
/// each in a savepoint of its own, so that one that fails takes nothing else with it.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int GroupLimit = 64;
    private static readonly TimeSpan GroupTime = TimeSpan.FromMilliseconds(2);

    private readonly Channel<PendingWrite> queue = Channel.CreateUnbounded<PendingWrite>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly SqliteFile file;
    private readonly Action<bool> reportHealth;
    private readonly Task running;
    private SqliteConnection? connection;
    private DbContextOptions<SqliteContext>? options;

    public SqliteWriter(SqliteFile file, Action<bool> reportHealth)
    {
        this.file = file;
        this.reportHealth = reportHealth;
        running = Task.Run(RunAsync);
    }

    public async Task<T> WriteAsync<T>(Func<RecordsContext, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        var write = new PendingWrite<T>(work, stop);
        if (!queue.Writer.TryWrite(write))
        {
            throw new RecordsException("The records are closed.");
        }
        return await write.Result;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await running;
        connection?.Dispose();
    }

    private async Task RunAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var group = new List<PendingWrite>(GroupLimit);
            try
            {
                await CommitGroup(group);
                reportHealth(true);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                // Nothing of the group is on disk. A fresh connection may find the storage back.
                connection?.Dispose();
                connection = null;
                reportHealth(false);
                FailQueued(group, problem);
                continue;
            }
            group.ForEach(write => write.Finish());
        }
    }

    private async Task CommitGroup(List<PendingWrite> group)
    {
        // SQLite goes on writing into a file that was unlinked under it; what it says is committed then would be lost.
        if (!File.Exists(file.Path))
        {
            throw new IOException($"The database {file.Path} is gone.");
        }

        if (connection is null)
        {
            connection = file.OpenForWriting();
            options = SqliteFile.OptionsOn(connection);
        }
        using var transaction = connection.BeginTransaction(deferred: false);
        var began = Stopwatch.GetTimestamp();
        while (
            group.Count < GroupLimit
            && (group.Count == 0 || Stopwatch.GetElapsedTime(began) < GroupTime)
            && queue.Reader.TryRead(out var write)
        )
        {
            group.Add(write);
            await RunOne(write, transaction);
        }
        transaction.Commit();
    }

    private async Task RunOne(PendingWrite write, SqliteTransaction transaction)
    {
        transaction.Save("one");
        try
        {
            write.Cancelled.ThrowIfCancellationRequested();
            using var context = new SqliteContext(options!);
            context.Database.AutoSavepointsEnabled = false;
            await context.Database.UseTransactionAsync(transaction);
            await write.Run(context);
            await context.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception problem) when (!IsFatal(problem))
        {
            write.Fault(problem);
            transaction.Rollback("one");
        }
        transaction.Release("one");
    }

    // After these SQLite may have rolled back the whole transaction by itself.
    private static bool IsFatal(Exception problem) =>
        problem is OutOfMemoryException
        || (problem as SqliteException ?? problem.InnerException as SqliteException)
            is { SqliteErrorCode: SqliteErrors.InputOutput or SqliteErrors.Full or SqliteErrors.NoMemory };

    private void FailQueued(List<PendingWrite> group, Exception problem)
    {
        // The group may have failed before it was filled; its first write must not wait for ever.
        if (group.Count == 0 && queue.Reader.TryRead(out var first))
        {
            group.Add(first);
        }
        group.ForEach(write => write.Fail(problem));
    }
}
