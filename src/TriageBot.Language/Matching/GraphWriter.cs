namespace TriageBot.Language.Matching;

/// <summary>Writes the tree of a lexicon's phrases down as a few flat lists, which are read without following references.</summary>
internal sealed class GraphWriter(List<BuildNode> nodes, EdgeTable edges, int[] weights)
{
    private static readonly int[] nothing = [];
    private static readonly Comparison<Edge> bySymbol = (a, b) => a.Symbol.CompareTo(b.Symbol);

    private readonly NodeAt[] finished = new NodeAt[nodes.Count];
    private readonly Edge[] ordered = new Edge[edges.Count];
    private readonly List<int> entries = [];
    private readonly List<int> joins = [];
    private int count;

    public Graph Write()
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Joins is not null)
            {
                nodes[i].Reached = ReachedFrom(i);
            }
        }

        var needs = new Needs(nodes, edges, weights);
        for (var i = 0; i < finished.Length; i++)
        {
            var node = nodes[i];
            var (first, second) = needs.Of(i);
            finished[i] = new NodeAt(
                edges.MaskOf(i),
                EdgesOf(i),
                first,
                second,
                node.GapTo,
                node.GapWords,
                Append(node.Entries ?? nothing, entries),
                Append(node.Reached, joins)
            );
        }

        return new Graph(finished, ordered, [.. entries], [.. joins]);
    }

    /// <summary>All nodes that are reached together with one.</summary>
    private int[] ReachedFrom(int node)
    {
        var reached = new List<int>(nodes[node].Joins!);
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var further in nodes[reached[i]].Joins ?? [])
            {
                if (!reached.Contains(further))
                {
                    reached.Add(further);
                }
            }
        }

        return [.. reached];
    }

    private Slice EdgesOf(int node)
    {
        var start = count;
        for (var edge = edges.EdgeFrom(node); edge != 0; )
        {
            (var symbol, var target, edge) = edges.At(edge);
            ordered[count++] = new Edge(symbol, target);
        }

        ordered.AsSpan(start, count - start).Sort(bySymbol);
        return new Slice(start, count - start);
    }

    private static Slice Append(int[] items, List<int> all)
    {
        all.AddRange(items);
        return new Slice(all.Count - items.Length, items.Length);
    }
}
