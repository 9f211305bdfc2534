using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;

namespace TriageBot.Records.Storage;

/// <summary>One database file and the three ways in which it is opened.</summary>
internal sealed class SqliteFile(string path, bool durable = true)
{
    private const int BusySeconds = 5;

    private readonly string reading = ReadingString(path);

    // Not before it is wanted: a host that only talks never loads Entity Framework.
    private readonly Lazy<DbContextOptions<SqliteContext>> readingOptions = new(() =>
        new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite(ReadingString(path))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options
    );

    public string Path { get; } = path;

    public static DbContextOptions<SqliteContext> OptionsOn(SqliteConnection connection) =>
        new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connection).Options;

    public SqliteContext ContextForReading() => new(readingOptions.Value);

    /// <summary>Never makes the file: one that vanished must not be replaced by an empty one without a word.</summary>
    public SqliteConnection OpenForWriting() => Open(SqliteOpenMode.ReadWrite, foreignKeys: true);

    /// <summary>For reading the same few things again and again: the caller keeps it.</summary>
    public SqliteConnection OpenForTurns()
    {
        var connection = Open(Path, SqliteOpenMode.ReadOnly, foreignKeys: false);
        SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, BusySeconds * 1000);
        return connection;
    }

    /// <summary>Makes the file where there is none. Migrations rebuild tables, so foreign keys are off.</summary>
    public SqliteConnection OpenForUpgrade() => Open(SqliteOpenMode.ReadWriteCreate, foreignKeys: false);

    public void BackUp(string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(target))!);
        var unfinished = target + ".part";
        using (var from = Open(SqliteOpenMode.ReadOnly, foreignKeys: false))
        using (var to = Open(unfinished, SqliteOpenMode.ReadWriteCreate, foreignKeys: false))
        {
            from.BackupDatabase(to);
        }
        // A copy under its final name is always whole.
        File.Move(unfinished, target, overwrite: true);
    }

    /// <summary>Closes the pooled connections for reading, which otherwise outlive their contexts.</summary>
    public void Close()
    {
        using var any = new SqliteConnection(reading);
        SqliteConnection.ClearPool(any);
    }

    private static string ReadingString(string path) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            DefaultTimeout = BusySeconds,
        }.ToString();

    private SqliteConnection Open(SqliteOpenMode mode, bool foreignKeys)
    {
        var connection = Open(Path, mode, foreignKeys);
        if (mode == SqliteOpenMode.ReadOnly)
        {
            return connection;
        }

        using var command = connection.CreateCommand();
        // A log of 16 MB: a page that many turns change is copied from it into the file once for all of them. What a
        // savepoint may have to take back stays in memory: the default is a file for each transaction.
        command.CommandText = $"""
            PRAGMA journal_mode = WAL;
            PRAGMA wal_autocheckpoint = 4096;
            PRAGMA temp_store = MEMORY;
            PRAGMA synchronous = {(durable ? "FULL" : "OFF")};
            """;
        command.ExecuteNonQuery();
        return connection;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode, bool foreignKeys)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                ForeignKeys = foreignKeys,
                Pooling = false,
                DefaultTimeout = BusySeconds,
            }.ToString()
        );
        connection.Open();
        return connection;
    }
}
