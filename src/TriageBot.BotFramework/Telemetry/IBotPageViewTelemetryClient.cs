namespace TriageBot.BotFramework;

/// <summary>A telemetry client that also counts dialogs as if they were pages.</summary>
public interface IBotPageViewTelemetryClient
{
    void TrackPageView(
        string name,
        IDictionary<string, string>? properties = null,
        IDictionary<string, double>? metrics = null
    );
}
