using TriageBot.Records.Clocks;

namespace TriageBot.Host.Rehearsal;

internal static class RehearsalExtensions
{
    /// <summary>What testers need to see in a minute what takes a day. In Development only: elsewhere it is not there.</summary>
    public static void AddRehearsal(this IHostApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton<TimeTravel>();
            builder.Services.AddSingleton<RehearsalEndpoint>();
        }
    }

    public static void MapRehearsal(this WebApplication app)
    {
        if (app.Services.GetService<RehearsalEndpoint>() is { } endpoint)
        {
            app.MapPost("/rehearsal/clock", (Delegate)endpoint.TravelAsync);
            app.MapPost("/rehearsal/reset", (Delegate)endpoint.ResetAsync);
        }
    }
}
