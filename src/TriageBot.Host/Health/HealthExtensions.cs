using TriageBot.Host.Configuration;
using TriageBot.Host.Content;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Health;

internal static class HealthExtensions
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("The process runs.\n"));
        app.MapGet("/readyz", ReportAsync);
    }

    private static async Task<IResult> ReportAsync(
        RecordsDatabase database,
        TurnRunner turns,
        HostSettings settings,
        ClinicalFiles files,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var readiness = await Readiness.LookAsync(database, turns, settings, files, clock, stop);
        return Results.Json(
            readiness,
            statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }
}
