using Microsoft.Extensions.Logging.Abstractions;

namespace TriageBot.Records.Tests;

public sealed class SqliteTurnTests : TurnCompliance, IDisposable
{
    private readonly TempDirectory directory = new();

    protected override RecordsDatabase Open(TimeProvider clock) =>
        new SqliteDatabase(directory.Path, clock, NullLogger<SqliteDatabase>.Instance);

    public void Dispose() => directory.Dispose();
}
