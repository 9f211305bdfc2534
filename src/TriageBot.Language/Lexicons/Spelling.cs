namespace TriageBot.Language.Lexicons;

/// <summary>
/// Finds the lexicon's word that a misspelt one means. A word that the lexicon or the list of ordinary words knows is
/// never touched, so that no harmless word becomes a symptom.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestWord = 4;
    private const int ShortestForTwoSlips = 7;

    /// <summary>What the dearest single slip costs; see <see cref="Slips"/>.</summary>
    private const int OneSlip = 11;

    private readonly HashSet<string> ordinary;
    private readonly HashSet<string> known;
    private readonly Dictionary<string, List<string>> byDeletion;

    /// <param name="targets">Words to correct to.</param>
    /// <param name="ordinary">Words that are right as they are, though no phrase names them.</param>
    public Spelling(IEnumerable<string> targets, IEnumerable<string> ordinary)
    {
        known = targets.ToHashSet(StringComparer.Ordinal);
        this.ordinary = ordinary.ToHashSet(StringComparer.Ordinal);
        var index = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var word in known.Where(IsTarget).Order(StringComparer.Ordinal))
        {
            foreach (var key in Keys(word, TwoSlips(word)))
            {
                (index.TryGetValue(key, out var list) ? list : index[key] = []).Add(word);
            }
        }

        byDeletion = index;
    }

    /// <summary>The word meant, or null where the word is right, too short, or could mean two different ones.</summary>
    public string? Correct(string word)
    {
        if (
            word.Length < ShortestWord
            || known.Contains(word)
            || ordinary.Contains(word)
            || !word.All(char.IsAsciiLetterLower)
        )
        {
            return null;
        }

        string? best = null;
        var bestDistance = (TwoSlips(word) ? 2 * OneSlip : OneSlip) + 1;
        var tied = false;
        foreach (var key in Keys(word, TwoSlips(word)))
        {
            foreach (var candidate in byDeletion.TryGetValue(key, out var list) ? list : [])
            {
                if (candidate == best || !MayMean(word, candidate))
                {
                    continue;
                }

                var distance = Slips.Between(word, candidate);
                if (distance < bestDistance)
                {
                    (best, bestDistance, tied) = (candidate, distance, false);
                }
                else if (distance == bestDistance && best is not null)
                {
                    tied = true;
                }
            }
        }

        return tied ? null : best;
    }

    /// <summary>True where the word is right as it is.</summary>
    public bool IsOrdinary(string word) => ordinary.Contains(word) || known.Contains(word);

    private static bool IsTarget(string word) => word.Length >= ShortestWord + 1 && word.All(char.IsAsciiLetterLower);

    private static bool TwoSlips(string word) => word.Length >= ShortestForTwoSlips;

    /// <summary>People rarely miss the first letter; a short word may only have lost one, and an ending is no slip.</summary>
    private static bool MayMean(string word, string candidate) =>
        word[0] == candidate[0]
        && (word.Length > ShortestWord || candidate.Length > word.Length)
        && !(
            word.Length == candidate.Length + 1
            && word.StartsWith(candidate, StringComparison.Ordinal)
            && word[^1] != word[^2]
        );

    private static HashSet<string> Keys(string word, bool two)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { word };
        foreach (var once in Deletions(word).ToList())
        {
            keys.Add(once);
            if (two)
            {
                keys.UnionWith(Deletions(once));
            }
        }

        return keys;
    }

    private static IEnumerable<string> Deletions(string word) =>
        Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));
}
