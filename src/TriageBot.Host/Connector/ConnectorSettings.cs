using TriageBot.Host.Configuration;

namespace TriageBot.Host.Connector;

/// <summary>Whether and for whom <c>/api/messages</c> is open.</summary>
/// <param name="Registration">Null where the bot has none.</param>
/// <param name="IsOpenOnLoopback">True where programs on this machine may write without a token.</param>
internal sealed record ConnectorSettings(Registration? Registration, bool IsOpenOnLoopback)
{
    public static ConnectorSettings Read(SettingsReader settings)
    {
        var registration = RegistrationSection.Read(settings);
        return new ConnectorSettings(registration, registration is null && settings.IsDevelopment);
    }
}
