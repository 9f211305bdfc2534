using TriageBot.Host.Configuration;

namespace TriageBot.Host.Telemetry;

/// <summary>Where metrics and traces go, from <c>Telemetry</c>.</summary>
/// <param name="Otlp">An OpenTelemetry collector; null (the default) sends nothing anywhere.</param>
internal sealed record TelemetrySettings(Uri? Otlp)
{
    public static TelemetrySettings Read(SettingsReader settings)
    {
        settings.RejectOtherKeys("Telemetry", "Otlp");
        return new TelemetrySettings(settings.Address("Telemetry:Otlp"));
    }
}
