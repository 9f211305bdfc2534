using System.Collections.Frozen;
using TriageBot.Language.Words;

namespace TriageBot.Language.Matching;

/// <summary>
/// Finds all phrases of a lexicon in one walk over the tokens. The cost per token does not depend on the size of the
/// lexicon but on how many phrases are begun at once, which the lengths of phrases, gaps and passed-over words bound.
/// </summary>
internal sealed class Automaton
{
    /// <summary>No reading follows more beginnings at once; a text built to exceed it is no patient's.</summary>
    private const int MostThreads = 512;

    /// <summary>So many words may be passed over between two words of a phrase.</summary>
    private const int MostPassed = 5;

    /// <summary>The word that stands for every number written in digits.</summary>
    public const string AnyNumber = "#number";

    /// <summary>From so many on, a number of pills is "many".</summary>
    public const int FewestOfMany = 4;

    /// <summary>The word that stands for every whole number in digits from 4 to 200: more pills than anybody is told to take at once.</summary>
    public const string Many = "#many";

    /// <summary>The word that stands for every year of four digits, 1900 to 2099.</summary>
    public const string AnyYear = "#year";

    private readonly Dictionary<string, int[]> symbols;

    // Freezing a table of this size would take longer than all reading of a day saves.
    private readonly Dictionary<long, int> edges;
    private readonly int[][] entries;
    private readonly (int To, int Words)[] gaps;
    private readonly FrozenSet<string> passedOver;
    private readonly FrozenSet<string> negatesInside;
    private readonly FrozenSet<string> stopsGaps;

    public Automaton(
        Dictionary<string, int[]> symbols,
        Dictionary<long, int> edges,
        int[][] entries,
        (int To, int Words)[] gaps,
        IEnumerable<string> passedOver,
        IEnumerable<string> negatesInside,
        IEnumerable<string> stopsGaps
    )
    {
        this.symbols = symbols;
        this.edges = edges;
        this.entries = entries;
        this.gaps = gaps;
        this.passedOver = passedOver.ToFrozenSet(StringComparer.Ordinal);
        this.negatesInside = negatesInside.ToFrozenSet(StringComparer.Ordinal);
        this.stopsGaps = stopsGaps.ToFrozenSet(StringComparer.Ordinal);
    }

    public static long Key(int node, int symbol) => ((long)node << 32) | (uint)symbol;

    public bool Knows(string word) => symbols.ContainsKey(word);

    public IEnumerable<string> Words => symbols.Keys;

    public List<Hit> Find(IReadOnlyList<Token> tokens)
    {
        var hits = new List<Hit>();
        var threads = new List<Thread>();
        var next = new List<Thread>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Before != Break.None)
            {
                threads.Clear();
            }

            threads.Add(new Thread(0, i, 0, 0, 0, false));
            var meanings = MeaningsOf(token);
            foreach (var thread in threads)
            {
                Advance(thread, i, meanings, hits, next);
                Survive(thread, i, token.Text, next);
            }

            (threads, next) = (next, threads);
            next.Clear();
            if (threads.Count > MostThreads)
            {
                threads.RemoveRange(MostThreads, threads.Count - MostThreads);
            }
        }

        return hits;
    }

    private int[] MeaningsOf(Token token)
    {
        var own = symbols.TryGetValue(token.Text, out var found) ? found : [];
        if (token.Kind != TokenKind.Number)
        {
            return own;
        }

        var number = symbols.TryGetValue(AnyNumber, out var any) ? any : [];
        var year = IsYear(token.Text) && symbols.TryGetValue(AnyYear, out var of) ? of : [];
        var many = IsMany(token.Text) && symbols.TryGetValue(Many, out var lot) ? lot : [];
        return [.. own, .. number, .. year, .. many];
    }

    private static bool IsMany(string digits) =>
        int.TryParse(digits, out var value) && value is >= FewestOfMany and <= 200;

    private static bool IsYear(string digits) =>
        digits.Length == 4
        && digits.All(char.IsAsciiDigit)
        && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal));

    private void Advance(Thread thread, int i, int[] meanings, List<Hit> hits, List<Thread> next)
    {
        if (i - thread.Start > 63)
        {
            return;
        }

        var words = thread.Words | (1UL << (i - thread.Start));
        foreach (var meaning in meanings)
        {
            if (!edges.TryGetValue(Key(thread.Node, meaning), out var to))
            {
                continue;
            }

            foreach (var entry in entries[to])
            {
                hits.Add(new Hit(entry, thread.Start, i + 1, words, thread.Negated));
            }

            next.Add(new Thread(to, thread.Start, words, 0, 0, thread.Negated));
            if (gaps[to].To != 0)
            {
                next.Add(new Thread(gaps[to].To, thread.Start, words, 0, gaps[to].Words, thread.Negated));
            }
        }
    }

    private void Survive(Thread thread, int i, string word, List<Thread> next)
    {
        if (thread.Node == 0)
        {
            return;
        }

        if (negatesInside.Contains(word))
        {
            if (thread.Passed < MostPassed)
            {
                next.Add(thread with { Passed = thread.Passed + 1, Negated = !thread.Negated });
            }
        }
        else if (passedOver.Contains(word))
        {
            if (thread.Passed < MostPassed)
            {
                next.Add(thread with { Passed = thread.Passed + 1 });
            }
        }
        else if (thread.Gap > 0 && !stopsGaps.Contains(word))
        {
            next.Add(thread with { Gap = thread.Gap - 1 });
        }
    }

    private readonly record struct Thread(int Node, int Start, ulong Words, int Passed, int Gap, bool Negated);
}
