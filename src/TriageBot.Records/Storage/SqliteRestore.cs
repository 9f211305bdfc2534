using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TriageBot.Records.Storage;

/// <summary>Puts a backup in the place of a database, once it is seen to be whole.</summary>
internal static class SqliteRestore
{
    // More than a conversation gets between one backup and the next.
    private const string LeaveRoom = "UPDATE conversations SET next_sequence = next_sequence + 10000";

    private static readonly string[] FileEndings = ["", "-wal", "-shm"];

    public static void Run(string backup, string target, TimeProvider clock)
    {
        if (!File.Exists(backup))
        {
            throw new RecordsException($"There is no backup at {backup}.");
        }
        CheckWhole(backup);

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var arriving = target + ".restoring";
        File.Copy(backup, arriving, overwrite: true);
        CountOn(arriving);
        if (File.Exists(target))
        {
            SetAside(target, clock);
        }
        File.Move(arriving, target);
    }

    /// <summary>
    /// What was said after the backup is gone from the records, but clients have its numbers: one that comes back with such
    /// a number would not hear what gets it now. So no number is given twice.
    /// </summary>
    private static void CountOn(string database)
    {
        using var connection = Open(database, SqliteOpenMode.ReadWrite);
        Ask(connection, LeaveRoom);
        // All of it is in the one file then, which is moved.
        Ask(connection, "PRAGMA journal_mode = DELETE");
    }

    private static void CheckWhole(string backup)
    {
        try
        {
            using var connection = Open(backup, SqliteOpenMode.ReadOnly);
            var verdict = (string)Ask(connection, "PRAGMA integrity_check(1)")!;
            var tables = (long)Ask(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'conversations'")!;
            if (verdict == "ok" && tables == 1)
            {
                return;
            }
        }
        catch (SqliteException problem)
        {
            throw new RecordsException($"{backup} is not a database: {problem.Message}", problem);
        }
        throw new RecordsException($"{backup} is damaged or holds no records. Choose another backup.");
    }

    private static void SetAside(string target, TimeProvider clock)
    {
        try
        {
            using var connection = Open(target, SqliteOpenMode.ReadWrite);
            // Leaving WAL mode needs the database to oneself, and moves all that is in the log into the file.
            Ask(connection, "PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode is SqliteErrors.Busy or SqliteErrors.Locked)
        {
            throw new RecordsException($"{target} is in use. Stop the host first.", problem);
        }
        catch (SqliteException)
        {
            // A damaged database is what one restores over; it is kept as it is.
        }
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var ending in FileEndings.Where(ending => File.Exists(target + ending)))
        {
            File.Move(target + ending, $"{target}.before-restore-{stamp}{ending}", overwrite: true);
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = 1,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    private static object? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only this class's own constants come here.
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
