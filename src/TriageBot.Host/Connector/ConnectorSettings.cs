using TriageBot.Host.Configuration;

namespace TriageBot.Host.Connector;

/// <summary>Whether and for whom <c>/api/messages</c> is open.</summary>
/// <param name="AppId">The bot's registration; null where it has none.</param>
/// <param name="IsOpenOnLoopback">True where programs on this machine may write without a token.</param>
internal sealed record ConnectorSettings(string? AppId, bool IsOpenOnLoopback)
{
    public static ConnectorSettings Read(SettingsReader settings)
    {
        var appId = settings.Optional("MicrosoftAppId");
        return new ConnectorSettings(appId, appId is null && settings.IsDevelopment);
    }
}
