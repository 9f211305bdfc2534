using TriageBot.Host.Bot;
using TriageBot.Host.Chat;
using TriageBot.Host.Commands;
using TriageBot.Host.Configuration;
using TriageBot.Host.Connector;
using TriageBot.Host.Content;
using TriageBot.Host.DirectLine;
using TriageBot.Host.Enrolling;
using TriageBot.Host.Health;
using TriageBot.Host.Link;
using TriageBot.Host.Rehearsal;
using TriageBot.Host.Storage;
using TriageBot.Host.Telemetry;
using TriageBot.Host.Webhook;

namespace TriageBot.Host;

/// <summary>What the program is made of.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => CommandTable.RunAsync(args, Streams.OfProcess());

    /// <summary>The host: what talks, what watches, and what both share.</summary>
    /// <param name="change">Puts something else in place of a service.</param>
    public static WebApplication Build(WebApplicationBuilder builder, Action<IServiceCollection>? change = null)
    {
        AddTriage(builder);
        AddRoundTheClock(builder);
        builder.AddProof();
        builder.Services.AddHostedService<ReturningMemory>();
        builder.AddDirectLine();
        builder.AddHealth();
        builder.AddLink();
        builder.AddChat();
        builder.AddRehearsal();
        change?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapHealth();
        app.MapConnector();
        app.MapDirectLine();
        app.MapChat();
        app.MapRehearsal();
        return app;
    }

    /// <summary>A check-in and its records: enough for a verb that does one thing and ends.</summary>
    public static void AddTriage(IHostApplicationBuilder builder)
    {
        builder.AddBot();
        builder.AddContent();
        builder.AddRecords();
        builder.AddTelemetry();
        builder.AddEnrolling();
        builder.AddHostWork();
    }

    /// <summary>What goes on while nobody writes.</summary>
    public static void AddRoundTheClock(IHostApplicationBuilder builder)
    {
        builder.AddWorkers();
        builder.AddConnector();
        builder.AddWebhook();
    }
}
