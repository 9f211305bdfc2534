using System.Numerics;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Tests.Findings;

public sealed class VocabularyTests
{
    private static readonly string[] Ids = [.. Vocabulary.Findings, .. Vocabulary.Intents];

    [Fact]
    public void Each_id_has_one_bit_and_shares_it_only_where_bits_run_out()
    {
        Assert.All(Ids, id => Assert.Equal(1, BitOperations.PopCount(Vocabulary.BitOf(id))));
        Assert.Equal(Math.Min(Ids.Length, 64), Ids.Select(Vocabulary.BitOf).Distinct().Count());
    }

    [Fact]
    public void An_id_of_no_list_may_be_any() => Assert.Equal(ulong.MaxValue, Vocabulary.BitOf("nobody"));
}
