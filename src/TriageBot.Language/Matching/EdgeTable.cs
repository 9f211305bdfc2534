namespace TriageBot.Language.Matching;

/// <summary>
/// Where a word leads from a node: all edges in one list, those of a node linked with each other, and an open-addressed table
/// that finds one of them. A mask per node tells most words that lead nowhere apart without a look into it.
/// </summary>
internal sealed class EdgeTable
{
    private const int Smallest = 1 << 13;

    /// <summary>By hash of node and symbol, the number of an edge; 0 where none is.</summary>
    private int[] slots = new int[Smallest];
    private (int Node, int Symbol, int Target, int Other)[] edges = new (int, int, int, int)[Smallest / 2];
    private ulong[] masks = new ulong[Smallest];

    /// <summary>By node, the last edge that was added to it.</summary>
    private int[] newest = new int[Smallest];

    /// <summary>So many edges there are.</summary>
    public int Count { get; private set; }

    /// <summary>The bit of a symbol in the masks.</summary>
    public static ulong BitOf(int symbol) => 1UL << (int)(((uint)symbol * 0x9E3779B1u) >> 26);

    /// <summary>The bits of all symbols that lead on from a node; 0 where none does.</summary>
    public ulong MaskOf(int node) => node < masks.Length ? masks[node] : 0;

    /// <summary>Where the symbol leads from the node; 0 where nowhere: no edge leads back to the root.</summary>
    public int Target(int node, int symbol)
    {
        for (var at = Slot(node, symbol); slots[at] is not 0 and var found; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var edge = ref edges[found];
            if (edge.Node == node && edge.Symbol == symbol)
            {
                return edge.Target;
            }
        }

        return 0;
    }

    public void Add(int node, int symbol, int target)
    {
        // The edge of number 0 is none.
        Count++;
        if (Count == edges.Length)
        {
            Grow();
        }

        if (node >= masks.Length)
        {
            var size = Math.Max(node + 1, masks.Length * 2);
            Array.Resize(ref masks, size);
            Array.Resize(ref newest, size);
        }

        edges[Count] = (node, symbol, target, newest[node]);
        newest[node] = Count;
        masks[node] |= BitOf(symbol);
        Put(Count);
    }

    /// <summary>One of the edges that lead on from a node; 0 where none does.</summary>
    public int EdgeFrom(int node) => node < newest.Length ? newest[node] : 0;

    /// <summary>An edge, and another one that leads on from the same node; 0 where there are no more.</summary>
    public (int Symbol, int Target, int Other) At(int edge) =>
        (edges[edge].Symbol, edges[edge].Target, edges[edge].Other);

    private void Put(int edge)
    {
        var at = Slot(edges[edge].Node, edges[edge].Symbol);
        while (slots[at] != 0)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = edge;
    }

    private void Grow()
    {
        Array.Resize(ref edges, edges.Length * 2);
        slots = new int[edges.Length * 2];
        for (var edge = 1; edge < Count; edge++)
        {
            Put(edge);
        }
    }

    private int Slot(int node, int symbol) =>
        (int)((((ulong)(uint)node << 32) | (uint)symbol) * 0x9E3779B97F4A7C15 >> 20) & (slots.Length - 1);
}
