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

    /// <summary>How far each outgoing message is, the oldest first.</summary>
    protected Task<List<DeliveryState>> States() =>
        Ward.Read(records =>
            records
                .Activities.Where(row => row.Direction == ActivityDirection.Out)
                .OrderBy(row => row.Sequence)
                .Select(row => row.Delivery)
        );

    protected abstract RecordsDatabase Open(TimeProvider clock);
}
