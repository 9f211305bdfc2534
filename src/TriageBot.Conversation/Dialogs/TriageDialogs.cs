using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using TriageBot.Protocols;

namespace TriageBot.Conversation.Dialogs;

/// <summary>The dialog set of each protocol text, built once and shared: it holds nothing of a turn.</summary>
internal sealed class TriageDialogs
{
    private readonly ConcurrentDictionary<string, DialogSet> sets = new(StringComparer.Ordinal);

    public DialogSet For(Protocol protocol) => sets.GetOrAdd(protocol.Hash, _ => Build(protocol));

    private static DialogSet Build(Protocol protocol)
    {
        var set = new DialogSet();
        var version = VersionOf(protocol);
        set.Add(new CheckInDialog(protocol, version));
        foreach (var section in protocol.Sections)
        {
            set.Add(new SectionDialog(section, version));
        }

        set.Add(new QuestionDialog());
        set.Add(new EmergencyDialog());
        set.Add(new CallbackDialog());
        set.Add(new SelfCareDialog());
        set.Add(new NurseOfferDialog());
        return set;
    }

    /// <summary>
    /// The same for protocols that ask the same questions in the same order, so that a patient who says which procedure it
    /// was goes on where they are.
    /// </summary>
    private static string VersionOf(Protocol protocol)
    {
        var script = string.Join(
            '\n',
            protocol.Sections.Select(s => $"{s.Id}: {string.Join(' ', s.Questions.Select(q => q.Id))}")
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..16];
    }
}
