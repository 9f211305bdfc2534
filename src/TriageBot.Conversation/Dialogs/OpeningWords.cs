using TriageBot.Conversation.CheckIns;
using TriageBot.Language;
using TriageBot.Protocols.Findings;

namespace TriageBot.Conversation.Dialogs;

/// <summary>Tells a first text that says how the patient is from a mere hello.</summary>
internal static class OpeningWords
{
    private const int WordsOfAHello = 3;

    public static bool SaySomething(Reading reading, string text) =>
        reading.Requests.Contains("all_well")
        || reading.Requests.Contains("got_worse")
        || reading.Mentions.Any(mention => Vocabulary.Findings.Contains(mention.Observation.Finding))
        || reading.Has("wants_nurse")
        || (
            reading.Requests.All(ToldBeside.Tells)
            && reading.Mentions.IsEmpty
            && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > WordsOfAHello
        );
}
