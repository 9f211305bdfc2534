using TriageBot.Conversation.Organizations;
using TriageBot.Conversation.Phrases;
using TriageBot.Language;
using TriageBot.Protocols;

namespace TriageBot.Conversation;

/// <summary>Everything read once at start that all conversations share: protocols, texts, the reader, the organization.</summary>
public sealed class TriageContent(
    IReadOnlyList<Protocol> protocols,
    PhraseLibrary phrases,
    PatientReader reader,
    Organization organization
)
{
    /// <summary>Finds a protocol text that is no longer current, by its hash; the records keep them.</summary>
    public Func<string, Protocol?> OlderProtocol { get; init; } = _ => null;

    /// <summary>The channels (as in <c>channelId</c>) that can hand a conversation to a person.</summary>
    public IReadOnlySet<string> HandoffChannels { get; init; } = new HashSet<string>();

    public PhraseLibrary Phrases { get; } = phrases;

    public PatientReader Reader { get; } = reader;

    public Organization Organization { get; } = organization;

    /// <summary>The protocol that a check-in begins with while the procedure is not known.</summary>
    public Protocol FirstProtocol => protocols[0];

    /// <summary>The current protocol of that id, or the first one.</summary>
    public Protocol Current(string? id) => protocols.FirstOrDefault(p => p.Id == id) ?? FirstProtocol;

    /// <summary>The text that a check-in began with; the current one where it is not kept any more.</summary>
    public Protocol Pinned(string id, string hash) =>
        protocols.FirstOrDefault(p => p.Hash == hash) ?? OlderProtocol(hash) ?? Current(id);
}
