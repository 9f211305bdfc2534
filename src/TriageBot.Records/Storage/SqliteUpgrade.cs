using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace TriageBot.Records.Storage;

/// <summary>
/// Applies pending migrations in one transaction of SQLite's own. Entity Framework's way takes a lock row, which a
/// process killed at that moment leaves behind for ever.
/// </summary>
internal static class SqliteUpgrade
{
    /// <summary>
    /// True where no migration has to run, on every day but one: the tables are those of this program, or there were none
    /// and are now. It asks no context, because making the first takes longer than all the rest of a start.
    /// </summary>
    /// <param name="known">All migrations, the oldest first.</param>
    /// <param name="script">Makes in a new database what all migrations make.</param>
    public static bool IsCurrentOrMade(SqliteFile file, IEnumerable<string> known, Func<string> script, ILogger log)
    {
        using var connection = file.OpenForUpgrade();
        if (Applied(connection).Count == 0)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            // Another process may have been first while this one waited for the transaction.
            if (Applied(connection).Count == 0)
            {
                Execute(script(), connection, transaction);
                log.LogInformation("Made the records as of {Migration}", known.Last());
            }
            transaction.Commit();
        }
        return known.SequenceEqual(Applied(connection));
    }

    /// <param name="contextOn">Makes the context whose migrations are wanted.</param>
    public static void Run(
        SqliteFile file,
        Func<SqliteConnection, DbContext> contextOn,
        TimeProvider clock,
        ILogger log
    )
    {
        using var connection = file.OpenForUpgrade();
        using var context = contextOn(connection);
        var known = context.Database.GetMigrations().ToList();
        var applied = Applied(connection);
        RefuseNewer(file, known, applied);
        if (applied.Count == known.Count)
        {
            return;
        }

        if (applied.Count > 0)
        {
            var copy = BackupPath(file, clock, applied[^1]);
            file.BackUp(copy);
            log.LogInformation("Backed up the records to {Copy} before upgrading them", copy);
        }

        Apply(connection, context, known);
        log.LogInformation("Brought the records to {Migration}", known[^1]);
    }

    private static void Apply(SqliteConnection connection, DbContext context, List<string> known)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been first while this one waited for the transaction.
        var applied = Applied(connection);
        if (applied.Count < known.Count)
        {
            var script = context
                .GetService<IMigrator>()
                .GenerateScript(
                    applied.Count == 0 ? Migration.InitialDatabase : applied[^1],
                    known[^1],
                    MigrationsSqlGenerationOptions.NoTransactions
                );
            Execute(script, connection, transaction);
        }
        transaction.Commit();
    }

    private static void Execute(string script, SqliteConnection connection, SqliteTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The script is made from the program's own migrations.
        command.CommandText = script;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static void RefuseNewer(SqliteFile file, List<string> known, List<string> applied)
    {
        if (applied.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
        {
            throw new RecordsException(
                $"{file.Path} was written by a newer triagebot (it has '{unknown}'). "
                    + "Install that version again, or restore a backup made by this one."
            );
        }
    }

    private static List<string> Applied(SqliteConnection connection)
    {
        using var exists = connection.CreateCommand();
        exists.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if ((long)exists.ExecuteScalar()! == 0)
        {
            return [];
        }

        using var query = connection.CreateCommand();
        query.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";
        using var reader = query.ExecuteReader();
        List<string> ids = [];
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }
        return ids;
    }

    private static string BackupPath(SqliteFile file, TimeProvider clock, string from) =>
        Path.Combine(
            Path.GetDirectoryName(file.Path)!,
            "backups",
            $"records-{clock.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}-{from}.db"
        );
}
