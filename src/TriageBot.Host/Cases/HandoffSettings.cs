using TriageBot.Host.Configuration;

namespace TriageBot.Host.Cases;

/// <summary>Which channels can hand a conversation to a person, from <c>Handoff</c>.</summary>
internal sealed record HandoffSettings(IReadOnlySet<string> Channels)
{
    /// <summary>The one channel of Azure Bot Service that is made for it; others refuse the event.</summary>
    private const string Default = "omnichannel";
    private const string None = "none";

    public static HandoffSettings Read(SettingsReader settings)
    {
        settings.RejectOtherKeys("Handoff", "Channels");
        var named = (settings.Optional("Handoff:Channels") ?? Default).Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        return new HandoffSettings(named is [None] ? new HashSet<string>() : named.ToHashSet(StringComparer.Ordinal));
    }
}
