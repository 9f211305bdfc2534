using System.Runtime.InteropServices;
using TriageBot.Language.Words;

namespace TriageBot.Language.Matching;

/// <summary>
/// Finds all phrases of a lexicon in one walk over the tokens. The cost per token does not depend on the size of the
/// lexicon but on how many phrases are begun at once, which the lengths of phrases, gaps and passed-over words bound.
/// </summary>
internal sealed class Automaton(Dictionary<string, WordMeaning> words, EdgeTable edges, NodeAt[] nodes)
{
    /// <summary>The node that every phrase begins at.</summary>
    public const int Root = 0;

    /// <summary>No reading follows more beginnings at once; a text built to exceed it is no patient's.</summary>
    private const int MostThreads = 512;

    /// <summary>So many words may be passed over between two words of a phrase.</summary>
    private const int MostPassed = 5;

    /// <summary>No phrase reaches over more words; a hit names its words by the bits of a <see cref="ulong"/>.</summary>
    private const int LongestHit = 64;

    /// <summary>The word that stands for every number written in digits.</summary>
    public const string AnyNumber = "#number";

    /// <summary>From so many on, a number of pills is "many".</summary>
    public const int FewestOfMany = 4;

    /// <summary>The word that stands for every whole number in digits from 4 to 200: more pills than anybody is told to take at once.</summary>
    public const string Many = "#many";

    /// <summary>The word that stands for every year of four digits, 1900 to 2099.</summary>
    public const string AnyYear = "#year";

    [ThreadStatic]
    private static List<Thread>? spareThreads;

    [ThreadStatic]
    private static List<Thread>? spareNext;

    public bool Knows(string word) => words.TryGetValue(word, out var meaning) && meaning.IsKnown;

    public bool Knows(ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var meaning) && meaning.IsKnown;

    /// <summary>Every word that some phrase names, or that is known as a spelling.</summary>
    public IEnumerable<string> Words
    {
        get
        {
            foreach (var (word, meaning) in words)
            {
                if (meaning.IsKnown)
                {
                    yield return word;
                }
            }
        }
    }

    public List<Hit> Find(List<Token> tokens)
    {
        var hits = new List<Hit>(tokens.Count * 2);
        var threads = spareThreads ?? new List<Thread>(MostThreads);
        var next = spareNext ?? new List<Thread>(MostThreads);
        (spareThreads, spareNext) = (null, null);
        threads.Clear();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Before != Break.None)
            {
                threads.Clear();
            }

            var meaning = MeaningOf(token);
            next.Clear();
            foreach (ref readonly var thread in CollectionsMarshal.AsSpan(threads))
            {
                if ((nodes[thread.Node].Mask & meaning.Mask) != 0 && i - thread.Start < LongestHit)
                {
                    Advance(thread, i, meaning.Symbols, hits, next);
                }

                Survive(thread, meaning.Marks, next);
            }

            foreach (var start in meaning.Starts)
            {
                ArriveWithJoins(start, new Thread { Start = i }, i, hits, next);
            }

            (threads, next) = (next, threads);
            if (threads.Count > MostThreads)
            {
                threads.RemoveRange(MostThreads, threads.Count - MostThreads);
            }
        }

        (spareThreads, spareNext) = (threads, next);
        return hits;
    }

    private WordMeaning MeaningOf(Token token)
    {
        var own = words.TryGetValue(token.Text, out var found) ? found : WordMeaning.None;
        if (token.Kind != TokenKind.Number)
        {
            return own;
        }

        var number = words.GetValueOrDefault(AnyNumber, WordMeaning.None);
        var year = IsYear(token.Text) ? words.GetValueOrDefault(AnyYear, WordMeaning.None) : WordMeaning.None;
        var many = IsMany(token.Text) ? words.GetValueOrDefault(Many, WordMeaning.None) : WordMeaning.None;
        return WordMeaning.Of(
            [.. own.Symbols, .. number.Symbols, .. year.Symbols, .. many.Symbols],
            [.. own.Starts, .. number.Starts, .. year.Starts, .. many.Starts],
            own.Marks
        );
    }

    private static bool IsMany(string digits) =>
        int.TryParse(digits, out var value) && value is >= FewestOfMany and <= 200;

    private static bool IsYear(string digits) =>
        digits.Length == 4
        && !digits.AsSpan().ContainsAnyExceptInRange('0', '9')
        && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal));

    private void Advance(in Thread thread, int i, int[] symbols, List<Hit> hits, List<Thread> next)
    {
        var mask = nodes[thread.Node].Mask;
        foreach (var symbol in symbols)
        {
            // Of the many classes that a word may stand in, nearly all lead on from other nodes.
            if ((mask & EdgeTable.BitOf(symbol)) != 0 && edges.Target(thread.Node, symbol) is not 0 and var to)
            {
                ArriveWithJoins(to, thread, i, hits, next);
            }
        }
    }

    private void ArriveWithJoins(int to, in Thread thread, int i, List<Hit> hits, List<Thread> next)
    {
        Arrive(to, thread, i, hits, next);
        foreach (var join in nodes[to].Joins)
        {
            Arrive(join, thread, i, hits, next);
        }
    }

    private void Arrive(int to, in Thread thread, int i, List<Hit> hits, List<Thread> next)
    {
        ref readonly var node = ref nodes[to];
        var named = thread.Words | (1UL << (i - thread.Start));
        foreach (var entry in node.Entries)
        {
            hits.Add(new Hit(entry, thread.Start, i + 1, named, thread.Negated));
        }

        if (node.LeadsOn)
        {
            next.Add(new Thread(to, thread.Start, named, 0, 0, thread.Negated));
        }

        if (node.GapTo != 0)
        {
            next.Add(new Thread(node.GapTo, thread.Start, named, 0, (byte)node.GapWords, thread.Negated));
            foreach (var join in nodes[node.GapTo].Joins)
            {
                next.Add(new Thread(join, thread.Start, named, 0, (byte)node.GapWords, thread.Negated));
            }
        }
    }

    private static void Survive(in Thread thread, WordMarks marks, List<Thread> next)
    {
        if ((marks & (WordMarks.NegatesInside | WordMarks.PassedOver)) != 0)
        {
            if (thread.Passed < MostPassed)
            {
                next.Add(
                    thread with
                    {
                        Passed = (byte)(thread.Passed + 1),
                        Negated = thread.Negated ^ ((marks & WordMarks.NegatesInside) != 0),
                    }
                );
            }
        }
        else if (thread.Gap > 0 && (marks & WordMarks.StopsGaps) == 0)
        {
            next.Add(thread with { Gap = (byte)(thread.Gap - 1) });
        }
    }

    private readonly record struct Thread(int Node, int Start, ulong Words, byte Passed, byte Gap, bool Negated);
}
