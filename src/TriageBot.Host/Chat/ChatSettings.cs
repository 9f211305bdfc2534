using TriageBot.Host.Configuration;

namespace TriageBot.Host.Chat;

/// <summary>How the patient's page is offered.</summary>
/// <param name="EmbeddedBy">Origins of portals that may show the page in a frame; none by default.</param>
internal sealed record ChatSettings(IReadOnlyList<string> EmbeddedBy)
{
    private const string Section = "Chat";

    public static ChatSettings Read(SettingsReader settings)
    {
        settings.RejectOtherKeys(Section, "EmbeddedBy");
        return new ChatSettings(settings.Origins($"{Section}:EmbeddedBy"));
    }
}
