using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using TriageBot.Records.Migrations;

namespace TriageBot.Records.Tests.Sqlite;

public sealed class SqliteUpgradeTests : IDisposable
{
    private readonly TempDirectory directory = new();
    private readonly ManualTimeProvider clock = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void The_migrations_make_the_tables_that_the_model_wants()
    {
        using var records = new SqliteContext(
            new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options
        );

        Assert.False(records.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_list_of_migrations_is_whole()
    {
        using var records = new SqliteContext(
            new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options
        );

        Assert.Equal(records.Database.GetMigrations(), SqliteMigrations.All);
    }

    /// <summary>What <c>dotnet ef migrations script --no-transactions</c> prints.</summary>
    [Fact]
    public void A_new_database_is_made_with_what_all_migrations_make()
    {
        using var records = new SqliteContext(
            new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options
        );

        var script = records
            .GetService<IMigrator>()
            .GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions);

        Assert.Equal(script.ReplaceLineEndings("\n").Trim(), SqliteMigrations.Script().ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task A_new_database_needs_no_backup_and_upgrading_twice_changes_nothing()
    {
        await using var database = SqliteIn.Directory(directory, clock);
        await database.UpgradeAsync(CancellationToken.None);
        await database.UpgradeAsync(CancellationToken.None);

        Assert.True(await database.AnswersAsync(CancellationToken.None));
        Assert.False(Directory.Exists(Path.Combine(directory.Path, "backups")));
    }

    [Fact]
    public void A_database_is_backed_up_before_it_is_upgraded()
    {
        var file = new SqliteFile(File);
        SqliteUpgrade.Run(file, TwoSteps.On<FirstStep>, clock, NullLogger.Instance);
        Run("INSERT INTO words VALUES ('kept')");

        SqliteUpgrade.Run(file, TwoSteps.On<BothSteps>, clock, NullLogger.Instance);

        Assert.Equal("kept", Ask(File, "SELECT word FROM words WHERE language = 'en'"));
        var copy = Assert.Single(Directory.GetFiles(Path.Combine(directory.Path, "backups")));
        Assert.EndsWith("20260101000000_First.db", copy);
        Assert.Equal("kept", Ask(copy, "SELECT word FROM words"));
        Assert.Equal(1L, Ask(copy, "SELECT count(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public void An_upgrade_that_fails_half_way_leaves_the_database_as_it_was()
    {
        var file = new SqliteFile(File);
        SqliteUpgrade.Run(file, TwoSteps.On<FirstStep>, clock, NullLogger.Instance);
        Run("CREATE TABLE letters (letter TEXT)");

        Assert.Throws<SqliteException>(() =>
            SqliteUpgrade.Run(file, TwoSteps.On<BothSteps>, clock, NullLogger.Instance)
        );

        Assert.Equal(1L, Ask(File, "SELECT count(*) FROM __EFMigrationsHistory"));
        Assert.Equal(0L, Ask(File, "SELECT count(*) FROM pragma_table_info('words') WHERE name = 'language'"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await Upgrade();
        Run("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Tomorrow', '99.0')");

        var problem = await Assert.ThrowsAsync<RecordsException>(() => Upgrade());

        Assert.Contains("newer triagebot", problem.Message);
        Assert.Contains("29991231000000_Tomorrow", problem.Message);
        Assert.False(Directory.Exists(Path.Combine(directory.Path, "backups")));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_the_way_out()
    {
        await System.IO.File.WriteAllTextAsync(File, "This is a shopping list, and a rather long one at that.");

        var problem = await Assert.ThrowsAsync<RecordsException>(() => Upgrade());

        Assert.Contains("Records:Directory", problem.Message);
    }

    [Fact]
    public async Task An_empty_file_that_a_killed_start_left_is_filled()
    {
        await System.IO.File.WriteAllBytesAsync(File, []);

        await Upgrade();

        Assert.False(Directory.Exists(Path.Combine(directory.Path, "backups")));
    }

    private string File => Path.Combine(directory.Path, SqliteDatabase.FileName);

    private async Task Upgrade()
    {
        await using var database = SqliteIn.Directory(directory, clock);
        await database.UpgradeAsync(CancellationToken.None);
    }

    private static object? Ask(string file, string question)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only this class's own constants come here.
        command.CommandText = question;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private void Run(params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only this class's own constants come here.
            command.CommandText = statement;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
