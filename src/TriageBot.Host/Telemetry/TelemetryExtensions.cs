namespace TriageBot.Host.Telemetry;

internal static class TelemetryExtensions
{
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TurnTelemetry>();
        builder.Services.AddHostedService<TelemetryExport>();
    }
}
