namespace TriageBot.Language.Matching;

/// <summary>
/// What must still be said before a phrase that was begun can end. Whoever has come to a node by "I can't" follows it no
/// further where none of the words that every phrase from there on needs stands in the rest of the statement.
/// </summary>
/// <param name="weights">How often each symbol is likely met; the rarest are asked for.</param>
internal sealed class Needs(List<BuildNode> nodes, EdgeTable edges, int[] weights)
{
    /// <summary>Of the symbols that all phrases from a node on need, so many are remembered.</summary>
    private const int MostKept = 6;

    private static readonly int[] nothing = [];

    private readonly int[]?[] ahead = new int[nodes.Count][];
    private readonly bool[] isVisited = new bool[nodes.Count];

    /// <summary>The two rarest symbols that every phrase needs which goes on from a node; 0 where there is none.</summary>
    public (int First, int Second) Of(int node)
    {
        var (first, second) = (0, 0);
        foreach (var symbol in Ahead(node) ?? nothing)
        {
            if (first == 0 || weights[symbol] < weights[first])
            {
                (first, second) = (symbol, first);
            }
            else if (second == 0 || weights[symbol] < weights[second])
            {
                second = symbol;
            }
        }

        return (first, second);
    }

    /// <summary>Null where nothing leads on. No way leads back to a node that it came from.</summary>
    private int[]? Ahead(int node)
    {
        if (isVisited[node])
        {
            return ahead[node];
        }

        isVisited[node] = true;
        int[]? common = null;
        for (var edge = edges.EdgeFrom(node); edge != 0; )
        {
            (var symbol, var target, edge) = edges.At(edge);
            common = Common(common, With(Behind(target), symbol));
        }

        return ahead[node] = common;
    }

    /// <summary>What is needed from a node on, those counted that are reached together with it.</summary>
    private int[]? Behind(int node)
    {
        var common = BehindOne(node);
        foreach (var join in nodes[node].Reached)
        {
            common = Common(common, BehindOne(join));
        }

        return common;
    }

    private int[]? BehindOne(int node)
    {
        if (nodes[node].Entries is not null)
        {
            return nothing;
        }

        var common = Ahead(node);
        if (nodes[node].GapTo is not 0 and var gap)
        {
            common = Common(common, Ahead(gap));
            foreach (var join in nodes[gap].Reached)
            {
                common = Common(common, Ahead(join));
            }
        }

        return common;
    }

    private static int[]? Common(int[]? one, int[]? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        if (one.Length == 0 || other.Length == 0)
        {
            return nothing;
        }

        Span<int> both = stackalloc int[MostKept];
        var count = 0;
        foreach (var symbol in one)
        {
            if (Array.IndexOf(other, symbol) >= 0)
            {
                both[count++] = symbol;
            }
        }

        return count == 0 ? nothing : both[..count].ToArray();
    }

    private int[]? With(int[]? others, int symbol)
    {
        if (others is null)
        {
            return null;
        }

        if (Array.IndexOf(others, symbol) >= 0)
        {
            return others;
        }

        if (others.Length < MostKept)
        {
            return [.. others, symbol];
        }

        var common = 0;
        for (var i = 1; i < others.Length; i++)
        {
            common = weights[others[i]] > weights[others[common]] ? i : common;
        }

        if (weights[symbol] >= weights[others[common]])
        {
            return others;
        }

        var kept = (int[])others.Clone();
        kept[common] = symbol;
        return kept;
    }
}
