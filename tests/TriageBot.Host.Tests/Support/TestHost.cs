using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TriageBot.Host.Configuration;
using TriageBot.Host.Serving;
using TriageBot.Records.Clocks;
using TriageBot.Records.Deliveries;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Tests.Support;

/// <summary>The real host in this process: Kestrel on a loopback port, a real SQLite file.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TempDirectory? owned;

    private TestHost(WebApplication app, TempDirectory? owned, MovableClock clock, LogLines log)
    {
        this.app = app;
        this.owned = owned;
        Clock = clock;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public MovableClock Clock { get; }

    public LogLines Log { get; }

    public Uri Address => Http.BaseAddress!;

    public Failpoints Failpoints => app.Services.GetRequiredService<Failpoints>();

    public string Directory => app.Services.GetRequiredService<HostSettings>().Storage.Directory;

    public int TurnsInFlight => app.Services.GetRequiredService<TurnRunner>().TurnsInFlight;

    /// <param name="directory">Where the records lie; null for a place of its own.</param>
    /// <param name="settings">As on the command line: <c>--Cases:Watched=false</c>.</param>
    public static Task<TestHost> StartAsync(
        string? directory = null,
        string environment = "Development",
        string url = "http://127.0.0.1:0",
        params string[] settings
    ) => StartAsync(_ => { }, directory, environment, url, settings);

    /// <param name="change">Puts something else in place of one of the host's services.</param>
    public static async Task<TestHost> StartAsync(
        Action<IServiceCollection> change,
        string? directory = null,
        string environment = "Development",
        string url = "http://127.0.0.1:0",
        params string[] settings
    )
    {
        var owned = directory is null ? new TempDirectory() : null;
        var clock = new MovableClock();
        var log = new LogLines();
        var builder = Builders.ForServing(
            [$"--Records:Directory={directory ?? owned!.Path}", $"--urls={url}", .. Unproved(environment), .. settings],
            environment
        );
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        var app = Program.Build(builder, change);
        await app.OpenAsync(CancellationToken.None);
        await app.StartAsync();
        return new TestHost(app, owned, clock, log);
    }

    // What is shipped has a test of its own; a host for a second need not prove it again.
    private static string[] Unproved(string environment) =>
        environment == "Development" ? ["--Protocols:Prove=false"] : [];

    public async Task<List<T>> Read<T>(Func<RecordsContext, IQueryable<T>> query)
    {
        await Task.Yield();
        using var records = app.Services.GetRequiredService<RecordsDatabase>().OpenForReading();
        return [.. query(records)];
    }

    public Task<List<ActivityRow>> Stored() => Read(records => records.Activities.OrderBy(row => row.Sequence));

    public Task<List<CaseRow>> Cases() => Read(records => records.Cases.OrderBy(row => row.OpenedAt));

    /// <summary>Puts the clock forward and runs what came due.</summary>
    public Task Pass(TimeSpan span)
    {
        Clock.Advance(span);
        return app.Services.GetRequiredService<TimerService>().SweepAsync();
    }

    /// <summary>Puts the clock forward and sends what came due.</summary>
    public Task PassSending(TimeSpan span)
    {
        Clock.Advance(span);
        return app.Services.GetRequiredService<DeliveryService>().SweepAsync();
    }

    /// <summary>Stops as at a signal: no more requests, and the end of what is under way.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        owned?.Dispose();
    }
}
