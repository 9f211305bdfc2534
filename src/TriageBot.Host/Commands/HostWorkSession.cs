using TriageBot.Host.Configuration;
using TriageBot.Host.Link;
using TriageBot.Host.Storage;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Commands;

/// <summary>The records for the time of one verb: through the running host, or opened by this process where none runs.</summary>
internal sealed class HostWorkSession : IAsyncDisposable
{
    private readonly IAsyncDisposable? host;
    private readonly IDisposable? link;

    private HostWorkSession(IHostWork work, IAsyncDisposable? host, IDisposable? link)
    {
        Work = work;
        this.host = host;
        this.link = link;
    }

    public IHostWork Work { get; }

    /// <param name="roundTheClock">True for a verb that takes long: timers fire and messages leave meanwhile.</param>
    /// <exception cref="StartRefusedException">Settings or clinical files are wrong.</exception>
    /// <exception cref="RecordsException">The records cannot be opened.</exception>
    public static async Task<HostWorkSession> BeginAsync(string[] settings, bool roundTheClock, CancellationToken stop)
    {
        var builder = Builders.ForVerb(settings);
        var reader = new SettingsReader(builder.Configuration, builder.Environment);
        var directory = StorageSettings.Read(reader).Directory;
        if (reader.Problems.Count == 0 && IsHosted(directory))
        {
            var file =
                LinkFile.Read(directory)
                ?? throw new RecordsException($"A host is starting or stopping on {directory}. Try again in a moment.");
            var through = new WorkThroughHost(file);
            return new HostWorkSession(through, null, through);
        }

        return await OpenHereAsync(builder, roundTheClock, stop);
    }

    public async ValueTask DisposeAsync()
    {
        link?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    private static bool IsHosted(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return false;
        }

        using var held = DirectoryLock.TryTake(directory);
        return held is null;
    }

    private static async Task<HostWorkSession> OpenHereAsync(
        HostApplicationBuilder builder,
        bool roundTheClock,
        CancellationToken stop
    )
    {
        Program.AddTriage(builder);
        if (roundTheClock)
        {
            Program.AddRoundTheClock(builder);
            builder.AddLink();
        }

        var host = new RunningHost(builder.Build());
        try
        {
            await host.StartAsync(stop);
            return new HostWorkSession(host.Work, host, null);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops before it is disposed, so that what is under way ends.</summary>
    private sealed class RunningHost(IHost host) : IAsyncDisposable
    {
        private bool started;

        public IHostWork Work => host.Services.GetRequiredService<IHostWork>();

        public async Task StartAsync(CancellationToken stop)
        {
            await host.Services.GetRequiredService<OpenRecords>().OpenAsync(stop);
            started = true;
            await host.StartAsync(stop);
        }

        public async ValueTask DisposeAsync()
        {
            // A host that never began to start cannot be stopped, and what kept it from starting must be told.
            if (started)
            {
                await host.StopAsync();
            }

            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }
}
