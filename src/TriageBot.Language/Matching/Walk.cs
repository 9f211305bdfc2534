using System.Runtime.InteropServices;
using TriageBot.Language.Words;

namespace TriageBot.Language.Matching;

/// <summary>
/// A walk of an <see cref="Automaton"/> over the tokens of a text, with all phrases followed at once that were begun and can
/// still end. It may be taken again for the next text, by one thread at a time.
/// </summary>
internal sealed class Walk
{
    /// <summary>No reading follows more beginnings at once; a text built to exceed it is no patient's.</summary>
    private const int MostThreads = 512;

    /// <summary>So many words may be passed over between two words of a phrase.</summary>
    private const int MostPassed = 5;

    private readonly List<WordMeaning> meanings = [];
    private List<Thread> threads = new(MostThreads);
    private List<Thread> next = new(MostThreads);

    /// <summary>By symbol, the last token that it stands for in the statement under way, counted over all texts of this walk.</summary>
    private int[] lastOf = [];

    /// <summary>By symbol, the last token that was read and that it stands for, counted in the same way.</summary>
    private int[] isAt = [];
    private int counted;

    private Graph graph = null!;
    private readonly List<Hit> hits = [];

    /// <summary>The phrases found, in the order of their last words; the list is the walk's own, and good until the next text.</summary>
    public List<Hit> Over(Automaton phrases, List<Token> tokens)
    {
        Begin(phrases, tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i == 0 || tokens[i].Before != Break.None)
            {
                threads.Clear();
                LookAhead(tokens, i);
            }

            Step(i);
        }

        counted += tokens.Count;
        return hits;
    }

    private void Begin(Automaton phrases, List<Token> tokens)
    {
        graph = phrases.Graph;
        hits.Clear();
        meanings.Clear();
        foreach (var token in tokens)
        {
            meanings.Add(phrases.MeaningOf(token));
        }

        if (lastOf.Length < phrases.Symbols || counted > int.MaxValue - tokens.Count - 1)
        {
            lastOf = new int[phrases.Symbols];
            isAt = new int[phrases.Symbols];
            counted = 1;
        }

        // What nothing is needed for never ends.
        lastOf[0] = int.MaxValue;
    }

    /// <summary>Notes what the statement that begins at a token has ahead.</summary>
    private void LookAhead(List<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count && (i == from || tokens[i].Before == Break.None); i++)
        {
            foreach (var symbol in meanings[i].Symbols)
            {
                lastOf[symbol] = counted + i;
            }
        }
    }

    private void Step(int i)
    {
        var meaning = meanings[i];
        next.Clear();
        foreach (var symbol in meaning.Symbols)
        {
            isAt[symbol] = counted + i;
        }

        foreach (ref readonly var thread in CollectionsMarshal.AsSpan(threads))
        {
            ref readonly var node = ref graph.Nodes[thread.Node];
            if ((node.Mask & meaning.Mask) != 0 && i - thread.Start < Hit.Longest)
            {
                Advance(thread, node, i, meaning.Symbols);
            }

            Survive(thread, i, meaning.Marks);
        }

        foreach (var start in meaning.Starts)
        {
            ArriveWithJoins(start, new Thread { Start = i }, i);
        }

        (threads, next) = (next, threads);
        if (threads.Count > MostThreads)
        {
            threads.RemoveRange(MostThreads, threads.Count - MostThreads);
        }
    }

    private void Advance(in Thread thread, in NodeAt node, int i, int[] symbols)
    {
        var edges = node.Edges.Of(graph.Edges);
        if (edges.Length <= symbols.Length)
        {
            foreach (var edge in edges)
            {
                if (isAt[edge.Symbol] == counted + i)
                {
                    ArriveWithJoins(edge.Target, thread, i);
                }
            }

            return;
        }

        foreach (var symbol in symbols)
        {
            // Of the many classes that a word may stand in, nearly all lead on from other nodes.
            if ((node.Mask & EdgeTable.BitOf(symbol)) != 0 && Find(edges, symbol) is >= 0 and var at)
            {
                ArriveWithJoins(edges[at].Target, thread, i);
            }
        }
    }

    private static int Find(ReadOnlySpan<Edge> edges, int symbol)
    {
        var (low, high) = (0, edges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (edges[middle].Symbol == symbol)
            {
                return middle;
            }

            (low, high) = edges[middle].Symbol < symbol ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private void ArriveWithJoins(int to, in Thread thread, int i)
    {
        Arrive(to, thread, i);
        foreach (var join in graph.Nodes[to].Joins.Of(graph.Joins))
        {
            Arrive(join, thread, i);
        }
    }

    private void Arrive(int to, in Thread thread, int i)
    {
        ref readonly var node = ref graph.Nodes[to];
        var named = thread.Words | (1UL << (i - thread.Start));
        foreach (var entry in node.Entries.Of(graph.Entries))
        {
            hits.Add(new Hit(entry, thread.Start, i + 1, named, thread.Negated));
        }

        if (node.LeadsOn && CanEnd(node, i))
        {
            next.Add(new Thread(to, thread.Start, named, 0, 0, thread.Negated));
        }

        if (node.GapTo != 0)
        {
            var behind = new Thread(node.GapTo, thread.Start, named, 0, (byte)node.GapWords, thread.Negated);
            Open(behind, i);
            foreach (var join in graph.Nodes[node.GapTo].Joins.Of(graph.Joins))
            {
                Open(behind with { Node = join }, i);
            }
        }
    }

    private void Open(in Thread behindGap, int i)
    {
        if (CanEnd(graph.Nodes[behindGap.Node], i))
        {
            next.Add(behindGap);
        }
    }

    private void Survive(in Thread thread, int i, WordMarks marks)
    {
        var passes = (marks & (WordMarks.NegatesInside | WordMarks.PassedOver)) != 0;
        if (passes ? thread.Passed >= MostPassed : thread.Gap == 0 || (marks & WordMarks.StopsGaps) != 0)
        {
            return;
        }

        if (CanEnd(graph.Nodes[thread.Node], i))
        {
            next.Add(
                passes
                    ? thread with
                    {
                        Passed = (byte)(thread.Passed + 1),
                        Negated = thread.Negated ^ ((marks & WordMarks.NegatesInside) != 0),
                    }
                    : thread with
                    {
                        Gap = (byte)(thread.Gap - 1),
                    }
            );
        }
    }

    /// <summary>True where what every phrase from the node on needs is still to come behind a token.</summary>
    private bool CanEnd(in NodeAt node, int i) =>
        lastOf[node.Need] > counted + i && lastOf[node.AlsoNeed] > counted + i;

    private readonly record struct Thread(int Node, int Start, ulong Words, byte Passed, byte Gap, bool Negated);
}
