using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>
/// Reads the phrases of findings and intents: <c>names</c> ("chest pain"), <c>says</c> ("it hurts in my chest"),
/// <c>denies</c> ("breathing fine") and <c>near</c> (words that say it together), with the attributes that they settle.
/// </summary>
internal static class FindingPhrases
{
    /// <summary>Reads <c>findings</c> or <c>intents</c>: a map from an id to one group of phrases or several.</summary>
    public static void Read(Node findings, PhraseBook book)
    {
        foreach (var (id, groups) in findings.Entries)
        {
            if (!Vocabulary.IsObservable(id))
            {
                groups.Report(LexiconCodes.UnknownFinding, $"'{id}' is no finding or intent of the vocabulary");
                continue;
            }

            ReadOne(id, groups, book);
        }
    }

    /// <summary>Reads the phrases of one finding.</summary>
    public static void ReadOne(string id, Node groups, PhraseBook book)
    {
        foreach (var group in groups.Items)
        {
            ReadGroup(id, group, book);
        }
    }

    private static void ReadGroup(string id, Node group, PhraseBook book)
    {
        if (!group.IsMap)
        {
            group.Report(LexiconCodes.Missing, $"'{id}' must hold 'names', 'says' or 'denies' with lists of phrases");
            return;
        }

        var present = new Observation(id)
        {
            Where = Attribute<Where>(group, "where"),
            Trend = Attribute<Trend>(group, "trend"),
            When = Attribute<When>(group, "when"),
            Severity = Attribute<Severity>(group, "severity"),
            Polarity = Attribute<Polarity>(group, "polarity"),
        };
        var yields = group["yields"].Scalar switch
        {
            null => Yielding.Never,
            "last" => Yielding.ToAll,
            _ => Yielding.ToOthers,
        };
        var always = group["always"].Scalar == "true";
        var alone = group["alone"].Scalar == "true";
        AddAll(group["names"], isName: true, present);
        AddAll(group["says"], isName: false, present);
        AddAll(group["denies"], isName: false, present with { Polarity = Polarity.Absent });
        foreach (var phrase in group["near"].Items)
        {
            book.AddNear(phrase, text => new Entry.Finding(present, IsName: false) { Phrase = text });
        }

        group.RejectOtherKeys(LexiconCodes.UnknownKey);

        void AddAll(Node phrases, bool isName, Observation observation)
        {
            foreach (var phrase in phrases.Items)
            {
                book.Add(
                    phrase,
                    id,
                    text => new Entry.Finding(observation, isName)
                    {
                        Phrase = text,
                        Yields = yields,
                        Always = always,
                        Alone = alone,
                    }
                );
            }
        }
    }

    /// <summary>Reads an attribute written in snake_case; its "unknown" value where the file has none.</summary>
    private static T Attribute<T>(Node group, string key)
        where T : struct, Enum
    {
        var node = group[key];
        if (!node.Exists)
        {
            return default;
        }

        if (
            Enum.TryParse<T>(
                (node.Scalar ?? "").Replace("_", "", StringComparison.Ordinal),
                ignoreCase: true,
                out var value
            )
        )
        {
            return value;
        }

        var known = string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
        node.Report(LexiconCodes.UnknownAttribute, $"'{node.Scalar}' is no '{key}'; known are: {known}");
        return default;
    }
}
