using TriageBot.Conversation.Organizations;
using TriageBot.Host.Cases;
using TriageBot.Host.Chat;
using TriageBot.Host.Connector;
using TriageBot.Host.Content;
using TriageBot.Host.DirectLine;
using TriageBot.Host.Storage;
using TriageBot.Host.Telemetry;

namespace TriageBot.Host.Configuration;

/// <summary>Everything that is configured, checked.</summary>
internal sealed record HostSettings(
    Organization Organization,
    ContentSettings Content,
    StorageSettings Storage,
    CaseSettings Cases,
    ConnectorSettings Connector,
    DirectLineSettings DirectLine,
    ChatSettings Chat,
    HandoffSettings Handoff,
    TelemetrySettings Telemetry
)
{
    /// <summary>Reads all sections; what is wrong is collected in <paramref name="settings"/>.</summary>
    public static HostSettings Read(SettingsReader settings)
    {
        var cases = CaseSettings.Read(settings);
        return new HostSettings(
            OrganizationSection.Read(settings, cases.ReachANurse),
            ContentSettings.Read(settings),
            StorageSettings.Read(settings),
            cases,
            ConnectorSettings.Read(settings),
            DirectLineSettings.Read(settings),
            ChatSettings.Read(settings),
            HandoffSettings.Read(settings),
            TelemetrySettings.Read(settings)
        );
    }
}
