namespace TriageBot.Language.Matching;

/// <summary>
/// Where a word leads from a node, as one open-addressed table. A mask per node tells most words that lead nowhere apart
/// without a look into it.
/// </summary>
internal sealed class EdgeTable
{
    private const int Smallest = 1 << 10;
    private const long Free = -1;

    private long[] keys = Fresh(Smallest);
    private int[] targets = new int[Smallest];
    private ulong[] masks = new ulong[Smallest];
    private int count;

    /// <summary>The bit of a symbol in the masks.</summary>
    public static ulong BitOf(int symbol) => 1UL << (int)(((uint)symbol * 0x9E3779B1u) >> 26);

    /// <summary>The bits of all symbols that lead on from a node; 0 where none does.</summary>
    public ulong MaskOf(int node) => node < masks.Length ? masks[node] : 0;

    /// <summary>Where the symbol leads from the node; 0 where nowhere: no edge leads back to the root.</summary>
    public int Target(int node, int symbol)
    {
        var key = Key(node, symbol);
        var at = Slot(key, keys.Length);
        while (keys[at] != Free)
        {
            if (keys[at] == key)
            {
                return targets[at];
            }

            at = (at + 1) & (keys.Length - 1);
        }

        return 0;
    }

    public void Add(int node, int symbol, int target)
    {
        if (++count * 2 > keys.Length)
        {
            Grow();
        }

        Put(Key(node, symbol), target);
        if (node >= masks.Length)
        {
            Array.Resize(ref masks, Math.Max(node + 1, masks.Length * 2));
        }

        masks[node] |= BitOf(symbol);
    }

    private void Put(long key, int target)
    {
        var at = Slot(key, keys.Length);
        while (keys[at] != Free)
        {
            at = (at + 1) & (keys.Length - 1);
        }

        keys[at] = key;
        targets[at] = target;
    }

    private void Grow()
    {
        var (oldKeys, oldTargets) = (keys, targets);
        keys = Fresh(oldKeys.Length * 4);
        targets = new int[keys.Length];
        for (var i = 0; i < oldKeys.Length; i++)
        {
            if (oldKeys[i] != Free)
            {
                Put(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private static long[] Fresh(int size)
    {
        var fresh = new long[size];
        Array.Fill(fresh, Free);
        return fresh;
    }

    private static long Key(int node, int symbol) => ((long)node << 32) | (uint)symbol;

    private static int Slot(long key, int size) =>
        (int)((ulong)(key * unchecked((long)0x9E3779B97F4A7C15)) >> 20) & (size - 1);
}
