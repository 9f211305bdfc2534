using TriageBot.Conversation.Messages;
using TriageBot.Conversation.Organizations;
using TriageBot.Protocols;

namespace TriageBot.Conversation.Phrases;

/// <summary>Emergency instructions leave alone and first, in one text message each, with the hospital's own numbers in them.</summary>
public static class InstructionTexts
{
    /// <summary>What keeps an instruction from being one message at this hospital; empty where nothing does.</summary>
    public static IEnumerable<string> Mistakes(
        PhraseLibrary phrases,
        IEnumerable<Protocol> protocols,
        Organization organization
    )
    {
        var keys = protocols.SelectMany(protocol => protocol.Instructions).Select(id => $"emergency.{id}").Distinct();
        foreach (var (language, key) in phrases.Languages.SelectMany(language => keys.Select(key => (language, key))))
        {
            var text = phrases.In(language).Fill(key, name => OrganizationValues.Of(organization, name));
            foreach (var (code, message) in Mistakes(key, text))
            {
                yield return $"phrases/{language}.yaml {code} {message}";
            }
        }
    }

    /// <param name="text">With its placeholders filled in.</param>
    internal static IEnumerable<(string Code, string Message)> Mistakes(string key, string text)
    {
        if (Gsm7.Outside(text) is { } odd)
        {
            yield return (
                "PH009",
                $"'{key}' holds '{odd}', which makes the text message twice as long; write it without"
            );
        }

        if (Gsm7.Parts(text) > 1)
        {
            yield return (
                "PH008",
                $"'{key}' has {text.Length} characters and needs two text messages; one has 160. Shorten it"
            );
        }
    }
}
