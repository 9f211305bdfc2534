namespace TriageBot.Records.Tests.Sqlite;

public sealed class ContextTurnTests : TurnCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) =>
        new ContextRecords(SqliteIn.Directory(directory, clock));
}

public sealed class ContextFailedTurnTests : FailedTurnCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) =>
        new ContextRecords(SqliteIn.Directory(directory, clock));
}

public sealed class ContextClockTests : ClockCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) =>
        new ContextRecords(SqliteIn.Directory(directory, clock));
}

public sealed class ContextCaseTests : CaseCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) =>
        new ContextRecords(SqliteIn.Directory(directory, clock));
}
