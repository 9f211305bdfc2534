namespace TriageBot.Language.Lexicons;

/// <summary>
/// Finds the lexicon's word that a misspelt one means. A word that the lexicon or the list of ordinary words knows is
/// never touched, so that no harmless word becomes a symptom.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestWord = 4;
    private const int ShortestForTwoSlips = 8;

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
        var bestDistance = word.Length >= ShortestForTwoSlips ? 3 : 2;
        var tied = false;
        foreach (var key in Keys(word, TwoSlips(word)))
        {
            foreach (var candidate in byDeletion.TryGetValue(key, out var list) ? list : [])
            {
                if (candidate == best || !MayMean(word, candidate))
                {
                    continue;
                }

                var distance = Distance(word, candidate, bestDistance + 1);
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

    /// <summary>People rarely miss the first letter; a short word may only have lost one.</summary>
    private static bool MayMean(string word, string candidate) =>
        word[0] == candidate[0]
        && (word.Length > ShortestWord || candidate.Length > word.Length)
        && !(
            candidate.Length == word.Length + 1
            && candidate.StartsWith(word, StringComparison.Ordinal)
            && word.Length < 5
        )
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

    /// <summary>Insertions, deletions, replacements and swaps of neighbours; <paramref name="most"/> where it is that or more.</summary>
    private static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) >= most)
        {
            return most;
        }

        Span<int> older = stackalloc int[b.Length + 1];
        Span<int> above = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], older[j - 2] + 1);
                }
            }

            var spare = older;
            older = above;
            above = row;
            row = spare;
        }

        return Math.Min(above[b.Length], most);
    }
}
