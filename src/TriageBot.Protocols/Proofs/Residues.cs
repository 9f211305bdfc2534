using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// What is left of a condition where some of it is decided: that it holds, that it fails, or a number that stands for the
/// rest of the formula. Equal rests have equal numbers.
/// </summary>
internal sealed class Residues
{
    public const int Holds = -1;
    public const int Fails = -2;

    private readonly Dictionary<Condition, (Leaf Leaf, int Index, int Id)> leaves = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(char How, UInt128 Parts), int> shortIds = [];
    private readonly List<UInt128> reads = [];
    private readonly Dictionary<string, UInt128> masks = new(StringComparer.Ordinal);

    public Residues(Protocol protocol)
    {
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var condition in Conditions.Of(protocol).SelectMany(Conditions.Leaves))
        {
            var leaf = Leaf.Of(protocol, condition);
            var index = indices.TryGetValue(leaf.Text, out var known) ? known : indices[leaf.Text] = indices.Count;
            leaves.TryAdd(condition, (leaf, index, IdOf(leaf.Text, MaskOf(leaf.Reads))));
        }

        LeafCount = indices.Count;
    }

    /// <summary>How many different comparisons there are.</summary>
    public int LeafCount { get; }

    /// <summary>The findings that the rest of a formula reads, as a set of bits.</summary>
    public UInt128 ReadBy(int residue) => reads[residue];

    public UInt128 MaskOf(IEnumerable<string> findings) =>
        findings.Aggregate(UInt128.Zero, (mask, finding) => mask | MaskOf(finding));

    // 128 findings are three times the vocabulary; more would share bits, which costs time and no truth.
    public UInt128 MaskOf(string finding) =>
        masks.TryGetValue(finding, out var mask) ? mask : masks[finding] = UInt128.One << (masks.Count % 128);

    public int Of(Condition condition, Outlook.View view)
    {
        switch (condition)
        {
            case Condition.All all:
                return Join('&', all.Parts.AsSpan(), Holds, Fails, view);
            case Condition.Any any:
                return Join('|', any.Parts.AsSpan(), Fails, Holds, view);
            case Condition.Not not:
                var part = Of(not.Part, view);
                return part switch
                {
                    Holds => Fails,
                    Fails => Holds,
                    _ => IdOf('!', [part]),
                };
            default:
                return OfLeaf(condition, view);
        }
    }

    private int OfLeaf(Condition condition, Outlook.View view)
    {
        var (leaf, index, id) = leaves[condition];
        ref var verdict = ref view.Verdict(index);
        if (verdict == 0)
        {
            verdict = leaf.Verdict(view) switch
            {
                true => Holds,
                false => Fails,
                null => 1,
            };
        }

        return verdict < 0 ? verdict : id;
    }

    private int Join(char how, ReadOnlySpan<Condition> conditions, int neutral, int decisive, Outlook.View view)
    {
        Span<int> parts = stackalloc int[conditions.Length];
        var count = 0;
        foreach (var condition in conditions)
        {
            var part = Of(condition, view);
            if (part == decisive)
            {
                return decisive;
            }

            if (part != neutral && !parts[..count].Contains(part))
            {
                parts[count++] = part;
            }
        }

        parts = parts[..count];
        parts.Sort();
        return count switch
        {
            0 => neutral,
            1 => parts[0],
            _ => IdOf(how, parts),
        };
    }

    private int IdOf(char how, ReadOnlySpan<int> parts)
    {
        UInt128 read = 0;
        UInt128 key = 0;
        foreach (var part in parts)
        {
            read |= reads[part];
            key = (key << 24) | (uint)(part + 1);
        }

        // Five numbers of 24 bits fit; a longer list is rare and goes by its text.
        if (parts.Length > 5 || reads.Count >= 1 << 24)
        {
            return IdOf(how + string.Join(' ', parts.ToArray()), read);
        }

        if (!shortIds.TryGetValue((how, key), out var id))
        {
            shortIds[(how, key)] = id = reads.Count;
            reads.Add(read);
        }

        return id;
    }

    private int IdOf(string text, UInt128 read)
    {
        if (!ids.TryGetValue(text, out var id))
        {
            ids[text] = id = reads.Count;
            reads.Add(read);
        }

        return id;
    }
}
