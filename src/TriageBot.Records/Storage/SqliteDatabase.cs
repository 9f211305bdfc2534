using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TriageBot.Records.Migrations;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Storage;

/// <summary>The records in one SQLite file, <c>records.db</c> in the data directory.</summary>
public sealed class SqliteDatabase : RecordsDatabase
{
    public const string FileName = "records.db";

    private readonly SqliteFile file;
    private readonly SqliteWriter writer;
    private readonly SqliteReaders readers;
    private readonly SnapshotCache cache = new();
    private readonly TimeProvider clock;
    private readonly ILogger<SqliteDatabase> log;

    /// <param name="durable">False where nothing need survive the process: then no write waits for a disk.</param>
    public SqliteDatabase(string directory, TimeProvider clock, ILogger<SqliteDatabase> log, bool durable = true)
    {
        file = new SqliteFile(Path.Combine(directory, FileName), durable);
        readers = new SqliteReaders(file);
        writer = new SqliteWriter(file, NoteHealth);
        this.clock = clock;
        this.log = log;
    }

    public override bool IsShared => false;

    public override Task UpgradeAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            if (SqliteUpgrade.IsCurrentOrMade(file, SqliteMigrations.All, SqliteMigrations.Script, log))
            {
                return Task.CompletedTask;
            }
            SqliteUpgrade.Run(file, on => new SqliteContext(SqliteFile.OptionsOn(on)), clock, log);
        }
        catch (Exception problem) when (problem is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new RecordsException(
                $"Cannot open the records in {file.Path}: {problem.Message} "
                    + "Check that the directory exists and that this user may write to it, or set Records:Directory.",
                problem
            );
        }
        return Task.CompletedTask;
    }

    public override RecordsContext OpenForReading() => file.ContextForReading();

    public override Task<T> WriteAsync<T>(
        Func<RecordsContext, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) => writer.WriteAsync((ledger, stop) => work(ledger.Records, stop), cancellationToken);

    public override Task BackUpAsync(string path, CancellationToken cancellationToken) =>
        Task.Run(() => file.BackUp(path), cancellationToken);

    public override bool IsConflict(Exception problem) =>
        problem is DbUpdateConcurrencyException
        || (problem as SqliteException ?? problem.InnerException as SqliteException)
            is { SqliteErrorCode: SqliteErrors.Busy or SqliteErrors.Locked }
                or { SqliteExtendedErrorCode: SqliteErrors.UniqueConstraint or SqliteErrors.PrimaryKeyConstraint };

    public override Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A connection of its own: one that was open before may still read a file that is gone.
            using var reader = new SqliteTurnReader(file);
            reader.NextDue();
            return Task.FromResult(IsHealthy && File.Exists(file.Path));
        }
        catch (Exception problem) when (problem is SqliteException or IOException)
        {
            log.LogWarning("The records do not answer: {Problem}", problem.Message);
            return Task.FromResult(false);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        readers.Dispose();
        file.Close();
    }

    /// <summary>
    /// Puts a backup in the place of the records, which are kept beside it. Only while no host runs on the directory.
    /// </summary>
    /// <exception cref="RecordsException">The backup is not there or not whole, or the records are in use.</exception>
    public static void Restore(string backup, string directory, TimeProvider clock) =>
        SqliteRestore.Run(backup, Path.Combine(directory, FileName), clock);

    internal override Task<Snapshot> ReadTurnAsync(Arrival arrival, bool mayBeOld, CancellationToken stop)
    {
        if (arrival is not ActivityArrival outer)
        {
            return base.ReadTurnAsync(arrival, mayBeOld, stop);
        }
        return mayBeOld && cache.Find(outer.Address) is { } known
            ? Task.FromResult(known)
            : Task.FromResult(readers.Use(reader => reader.Read(outer)));
    }

    internal override Task<string?> FindConversationAsync(Address address, CancellationToken stop) =>
        Task.FromResult(cache.Find(address)?.ConversationId ?? readers.Use(reader => reader.Find(address)));

    internal override Task<T> WriteTurnAsync<T>(
        Func<TurnLedger, CancellationToken, Task<T>> work,
        CancellationToken stop
    ) => writer.WriteAsync(work, stop);

    internal override Task<DueTimes> NextDueAsync(CancellationToken stop) =>
        Task.FromResult(readers.Use(reader => reader.NextDue()));

    internal override void Remember(Address address, Snapshot left) => cache.Put(address, left);

    internal override void Forget(string conversation) => cache.Forget(conversation);

    private void NoteHealth(bool healthy)
    {
        IsHealthy = healthy;
        if (!healthy)
        {
            // The storage that comes back may be another: what was read of this one is no longer to be trusted.
            cache.Clear();
            readers.Renew();
        }
    }
}
