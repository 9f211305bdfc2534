namespace TriageBot.Language.Matching;

/// <summary>What a word of a text is to a lexicon.</summary>
/// <param name="Symbols">Itself and its classes; empty where no phrase names it.</param>
/// <param name="Starts">The nodes that they lead to from the root.</param>
/// <param name="Mask">The bits of the symbols in the masks of <see cref="EdgeTable"/>.</param>
internal sealed record WordMeaning(int[] Symbols, int[] Starts, ulong Mask, WordMarks Marks)
{
    public static WordMeaning None { get; } = new([], [], 0, WordMarks.None);

    /// <summary>True where a phrase names the word, or it is one to correct others to.</summary>
    public bool IsKnown => Symbols.Length > 0;

    public static WordMeaning Of(int[] symbols, int[] starts, WordMarks marks)
    {
        var mask = 0UL;
        foreach (var symbol in symbols)
        {
            mask |= EdgeTable.BitOf(symbol);
        }

        return new WordMeaning(symbols, starts, mask, marks);
    }
}

/// <summary>What a word does to a phrase that it stands inside of.</summary>
[Flags]
internal enum WordMarks
{
    None = 0,
    PassedOver = 1,
    NegatesInside = 2,
    StopsGaps = 4,
}
