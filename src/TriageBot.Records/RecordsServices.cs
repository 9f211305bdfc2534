using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Clocks;
using TriageBot.Records.Deliveries;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Records;

/// <summary>Wires the records.</summary>
public static class RecordsServices
{
    /// <summary>
    /// Adds the records in SQLite. Still wanted from the caller: <see cref="TimeProvider"/>, <see cref="TurnBot"/>,
    /// <see cref="SafetyNet"/>, the doors' <see cref="IMessageSender"/>s, and somebody who calls
    /// <see cref="RecordsDatabase.UpgradeAsync"/> before the first turn and runs <see cref="DeliveryService"/> and
    /// <see cref="TimerService"/>.
    /// </summary>
    /// <param name="directory">Where the data lies, as <see cref="RecordsDirectory.Choose"/> found it.</param>
    /// <param name="seed">Spreads the retries of deliveries.</param>
    /// <param name="failpoints">Null outside Development.</param>
    public static IServiceCollection AddTriageRecords(
        this IServiceCollection services,
        string directory,
        int seed,
        Failpoints? failpoints = null
    ) =>
        services
            .AddSingleton<RecordsDatabase>(provider => new SqliteDatabase(
                directory,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<SqliteDatabase>>()
            ))
            .AddSingleton(failpoints ?? new Failpoints())
            .AddSingleton(new Random(seed))
            .AddSingleton<ChangeFeed>()
            .AddSingleton<TurnRunner>()
            .AddSingleton<DeliveryService>()
            .AddSingleton<TimerService>()
            .AddSingleton<TimeTravel>()
            .AddSingleton<NurseDesk>()
            .AddSingleton<Notices>()
            .AddSingleton<Transcripts>()
            .AddSingleton<ProtocolTexts>();
}
