using System.Collections.Frozen;
using TriageBot.Language.Context;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>Findings that say nothing more where a graver one is read in the same sentence: bleeding beside heavy bleeding.</summary>
internal sealed class Absorption
{
    private readonly FrozenDictionary<string, string[]> gravers;

    private Absorption(FrozenDictionary<string, string[]> gravers) => this.gravers = gravers;

    public static Absorption Read(Node node)
    {
        var pairs = new List<(string Graver, string Lesser)>();
        foreach (var (graver, lessers) in node.Entries)
        {
            foreach (var lesser in lessers.Items)
            {
                if (!Vocabulary.Findings.Contains(graver) || !Vocabulary.Findings.Contains(lesser.Scalar ?? ""))
                {
                    lesser.Report(
                        LexiconCodes.UnknownFinding,
                        $"'{graver}: {lesser.Scalar}' must name two findings of the vocabulary"
                    );
                }

                pairs.Add((graver, lesser.Scalar ?? ""));
            }
        }

        return new Absorption(
            pairs
                .GroupBy(pair => pair.Lesser, StringComparer.Ordinal)
                .ToFrozenDictionary(g => g.Key, g => g.Select(pair => pair.Graver).ToArray(), StringComparer.Ordinal)
        );
    }

    /// <summary>The findings without those that a graver one of the same sentence says already.</summary>
    public List<FindingAt> Apply(Passage passage, List<FindingAt> findings)
    {
        if (findings.Count < 2)
        {
            return findings;
        }

        var present = findings.Where(f => f.Observation.Polarity == Polarity.Present).ToList();
        var said = present.ToLookup(f => (passage.Clauses.SentenceOf(f.Hit.Start), f.Observation.Finding));
        return
        [
            .. findings.Where(f =>
                f.Observation.Polarity != Polarity.Present
                || !gravers.TryGetValue(f.Observation.Finding, out var graver)
                || !graver.Any(g => said[(passage.Clauses.SentenceOf(f.Hit.Start), g)].Any())
            ),
        ];
    }
}
