using Microsoft.EntityFrameworkCore;

namespace TriageBot.Records.Tests.Sqlite;

public sealed class SqliteStorageTests : IAsyncLifetime, IDisposable
{
    private readonly TempDirectory directory = new();
    private readonly ManualTimeProvider clock = new();
    private Ward ward = null!;

    public async Task InitializeAsync()
    {
        ward = new Ward(SqliteIn.Directory(directory, clock), clock);
        await ward.Database.UpgradeAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await ward.DisposeAsync();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Where_the_storage_is_gone_nothing_is_promised_and_it_recovers_when_it_is_back()
    {
        await ward.Say("hello");
        File.Move(Database, Database + ".away");
        Directory.CreateDirectory(Database);

        var answer = await ward.Say("my chest hurts", "m1", expectReplies: true);

        Assert.Equal(503, answer.Status);
        Assert.False(answer.IsStored);
        Assert.NotNull(answer.RetryAfter);
        Assert.Contains("Call the nurse line.", answer.Body);
        Assert.False(ward.Runner.IsHealthy);
        Assert.False(await ward.Database.AnswersAsync(CancellationToken.None));

        Directory.Delete(Database);
        File.Move(Database + ".away", Database);
        Assert.Equal(200, (await ward.Say("my chest hurts", "m1", expectReplies: true)).Status);
        Assert.True(ward.Runner.IsHealthy);
    }

    [Fact]
    public async Task Where_even_the_safety_text_cannot_be_made_the_answer_is_still_unavailable()
    {
        ward.Net = new SafetyNet(_ => throw new InvalidOperationException(), _ => false);

        var answer = await ward.Say("throw", expectReplies: true);

        Assert.Equal((503, null), (answer.Status, answer.Body));
        Assert.False(ward.Runner.IsHealthy);
        Assert.Empty(await ward.Read(records => records.Conversations));
    }

    [Fact]
    public async Task After_a_restart_the_conversation_goes_on_and_what_was_committed_is_sent()
    {
        var first = await ward.Say("hello", "m1");
        await Restart();

        Assert.True((await ward.Say("hello", "m1")).IsRepeat);
        await ward.Say("again");
        await ward.Delivery.SweepAsync();

        Assert.Equal(["1: hello", "2: again"], ward.Channel.Texts);
        Assert.Equal(4, (await ward.Transcript(first.ConversationId!)).Count);
    }

    [Fact]
    public async Task A_write_that_fails_takes_no_other_with_it()
    {
        var writes = Enumerable
            .Range(0, 100)
            .Select(i =>
                ward.Database.WriteAsync(
                    (records, _) =>
                    {
                        records.ProtocolTexts.Add(Text($"hash-{i}"));
                        return i % 3 == 0 ? throw new InvalidOperationException() : Task.CompletedTask;
                    },
                    CancellationToken.None
                )
            )
            .ToList();

        var failed = 0;
        foreach (var write in writes)
        {
            failed += await Record.ExceptionAsync(() => write) is null ? 0 : 1;
        }

        Assert.Equal(34, failed);
        Assert.Equal(66, (await ward.Read(records => records.ProtocolTexts)).Count);
    }

    [Fact]
    public async Task A_write_that_was_given_up_in_the_queue_is_not_made()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ward.Database.WriteAsync(
                (records, _) =>
                {
                    records.ProtocolTexts.Add(Text("never"));
                    return Task.CompletedTask;
                },
                cancelled.Token
            )
        );

        Assert.Empty(await ward.Read(records => records.ProtocolTexts));
    }

    [Fact]
    public async Task What_says_it_is_written_is_written_durably()
    {
        var settings = await ward.Database.WriteAsync(
            async (records, stop) =>
                (
                    await records
                        .Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode")
                        .SingleAsync(stop),
                    await records
                        .Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous")
                        .SingleAsync(stop),
                    await records
                        .Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys")
                        .SingleAsync(stop)
                ),
            CancellationToken.None
        );

        Assert.Equal(("wal", 2, 1), settings);
    }

    [Fact]
    public async Task A_view_for_reading_cannot_write()
    {
        using var records = ward.Database.OpenForReading();
        records.ProtocolTexts.Add(Text("never"));

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => records.SaveChangesAsync());
    }

    [Fact]
    public async Task A_backup_taken_while_turns_run_is_whole_and_can_be_restored()
    {
        var answer = await ward.Say("hello");
        var talking = Task.WhenAll(Enumerable.Range(0, 50).Select(i => ward.Say("hello", user: $"user{i}")));
        var backup = Path.Combine(directory.Path, "copies", "monday.db");
        await ward.Database.BackUpAsync(backup, CancellationToken.None);
        await talking;
        await ward.Say("after the backup");
        await ward.DisposeAsync();

        SqliteDatabase.Restore(backup, directory.Path, clock);
        ward = new Ward(SqliteIn.Directory(directory, clock), clock);
        await ward.Database.UpgradeAsync(CancellationToken.None);

        Assert.Equal(["> hello", "< 1: hello"], await ward.Transcript(answer.ConversationId!));
        Assert.Single(Directory.GetFiles(directory.Path, "*.before-restore-*"));
    }

    [Fact]
    public async Task Restoring_over_records_in_use_is_refused()
    {
        await ward.Say("hello");
        var backup = Path.Combine(directory.Path, "copy.db");
        await ward.Database.BackUpAsync(backup, CancellationToken.None);

        var problem = Assert.Throws<RecordsException>(() => SqliteDatabase.Restore(backup, directory.Path, clock));

        Assert.Contains("Stop the host first", problem.Message);
        Assert.Equal(200, (await ward.Say("still here")).Status);
    }

    [Fact]
    public void Restoring_what_is_no_backup_is_refused()
    {
        var list = Path.Combine(directory.Path, "list.txt");
        File.WriteAllText(list, "This is a shopping list, and a rather long one at that.");

        Assert.Throws<RecordsException>(() => SqliteDatabase.Restore(list, directory.Path, clock));
        Assert.Throws<RecordsException>(() => SqliteDatabase.Restore("/nowhere.db", directory.Path, clock));
    }

    private string Database => Path.Combine(directory.Path, SqliteDatabase.FileName);

    private static ProtocolTextRow Text(string hash) =>
        new()
        {
            Hash = hash,
            ProtocolId = "kyphoplasty",
            Version = "1.0.0",
            Source = "{}",
            SavedAt = DateTimeOffset.UnixEpoch,
        };

    private async Task Restart()
    {
        await ward.DisposeAsync();
        ward = new Ward(SqliteIn.Directory(directory, clock), clock);
        await ward.Database.UpgradeAsync(CancellationToken.None);
    }
}
