using TriageBot.Language;
using TriageBot.Protocols.Findings;

namespace TriageBot.Conversation.CheckIns;

/// <summary>What a text reports, as the sheet keeps it.</summary>
internal static class Heard
{
    public static IEnumerable<Observation> In(Reading reading) =>
        reading.Mentions.Select(mention => mention.Observation).Where(o => Vocabulary.IsObservable(o.Finding));
}
