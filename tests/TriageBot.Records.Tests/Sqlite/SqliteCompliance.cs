using Microsoft.Extensions.Logging.Abstractions;

namespace TriageBot.Records.Tests.Sqlite;

public sealed class SqliteTurnTests : TurnCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) => SqliteIn.Directory(directory, clock);
}

public sealed class SqliteFailedTurnTests : FailedTurnCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) => SqliteIn.Directory(directory, clock);
}

public sealed class SqliteDeliveryTests : DeliveryCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) => SqliteIn.Directory(directory, clock);
}

public sealed class SqliteInterruptedDeliveryTests : InterruptedDeliveryCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) => SqliteIn.Directory(directory, clock);
}

public sealed class SqliteClockTests : ClockCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) => SqliteIn.Directory(directory, clock);
}

public sealed class SqliteCaseTests : CaseCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override RecordsDatabase Open(TimeProvider clock) => SqliteIn.Directory(directory, clock);
}

internal static class SqliteIn
{
    public static SqliteDatabase Directory(TempDirectory directory, TimeProvider clock) =>
        new(directory.Path, clock, NullLogger<SqliteDatabase>.Instance);
}
