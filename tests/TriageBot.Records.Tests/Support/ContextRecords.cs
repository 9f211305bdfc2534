namespace TriageBot.Records.Tests.Support;

/// <summary>
/// Records whose turns go through Entity Framework alone: what a database gets that has no statements of its own.
/// </summary>
internal sealed class ContextRecords(SqliteDatabase below) : RecordsDatabase
{
    public override bool IsShared => below.IsShared;

    public override Task UpgradeAsync(CancellationToken cancellationToken) => below.UpgradeAsync(cancellationToken);

    public override RecordsContext OpenForReading() => below.OpenForReading();

    public override Task<T> WriteAsync<T>(
        Func<RecordsContext, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) => below.WriteAsync(work, cancellationToken);

    public override Task BackUpAsync(string path, CancellationToken cancellationToken) =>
        below.BackUpAsync(path, cancellationToken);

    public override bool IsConflict(Exception problem) => below.IsConflict(problem);

    public override Task<bool> AnswersAsync(CancellationToken cancellationToken) =>
        below.AnswersAsync(cancellationToken);

    public override ValueTask DisposeAsync() => below.DisposeAsync();
}
