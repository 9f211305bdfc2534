namespace TriageBot.Records.Tests;

/// <summary>Opens a fresh ward for each test, in the database that the class below this names.</summary>
public abstract class RecordsCompliance : IAsyncLifetime
{
    protected Ward Ward { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var clock = new ManualTimeProvider();
        Ward = new Ward(Open(clock), clock);
        await Ward.Database.UpgradeAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await Ward.DisposeAsync();

    protected abstract RecordsDatabase Open(TimeProvider clock);
}
