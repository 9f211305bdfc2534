namespace TriageBot.Host.Health;

internal static class HealthExtensions
{
    public static void AddHealth(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton<ReadinessProbe>();

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("The process runs.\n"));
        app.MapGet("/readyz", ReportAsync);
    }

    private static async Task<IResult> ReportAsync(ReadinessProbe probe, CancellationToken stop)
    {
        var readiness = await probe.LookAsync(stop);
        return Results.Json(
            readiness,
            statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }
}
