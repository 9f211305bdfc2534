using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TriageBot.Host.Configuration;
using TriageBot.Records;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Clocks;
using TriageBot.Records.Deliveries;
using TriageBot.Records.Patients;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Storage;

internal static class StorageExtensions
{
    /// <summary>The records, the turns that write them, and what runs by the clock.</summary>
    public static void AddRecords(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RecordsDatabase>(provider => new SqliteDatabase(
            provider.GetRequiredService<HostSettings>().Storage.Directory,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SqliteDatabase>>(),
            durable: !provider.GetRequiredService<HostSettings>().Storage.InMemory
        ));
        services.TryAddSingleton(ReadFailpoints(builder));
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<NurseDesk>();
        services.AddSingleton<Notices>();
        services.AddSingleton<ProtocolTexts>();
        services.AddSingleton<Transcripts>();
        services.AddSingleton<PatientRegister>();
        services.AddSingleton<PatientTalks>();
        services.AddSingleton<Addresses>();
        services.AddSingleton<OpenRecords>();
        services.TryAddSingleton(Chance);
    }

    /// <summary>What goes on while nobody writes: sending, waking, and letting turns end at the stop.</summary>
    public static void AddWorkers(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TimerService>();
        services.AddSingleton<DeliveryService>();
        services.AddHostedService<TurnsFinished>();
        services.AddSingleton<IHostedService>(p => new Worker(p.GetRequiredService<TimerService>().RunAsync));
        services.AddSingleton<IHostedService>(p => new Worker(p.GetRequiredService<DeliveryService>().RunAsync));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }

    private static Random Chance(IServiceProvider provider)
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        provider
            .GetRequiredService<ILoggerFactory>()
            .CreateLogger(nameof(Random))
            .LogInformation("The waits before retries vary by the seed {Seed}", seed);
        return new Random(seed);
    }

    // A way to kill the process has no place where patients are.
    private static Failpoints ReadFailpoints(IHostApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() ? Failpoints.Parse(builder.Configuration["Failpoints"]) : new Failpoints();
}
