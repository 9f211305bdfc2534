namespace TriageBot.Language.Numbers;

/// <summary>A number at its place in a text.</summary>
/// <param name="Value">Of a range, the higher end.</param>
/// <param name="Start">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
internal sealed record NumberAt(decimal Value, int Start, int End)
{
    /// <summary>True for "7/10" and "7 out of 10".</summary>
    public bool IsScore { get; init; }

    /// <summary>True where it was written in words alone.</summary>
    public bool InWords { get; init; }

    /// <summary>True where it was written with decimals.</summary>
    public bool HasDecimals { get; init; }

    /// <summary>1000 and more where the number ends in such a word; null elsewhere.</summary>
    public decimal? Scale { get; init; }

    /// <summary>What an "and" joined to the hundreds; null where none did.</summary>
    public decimal? Joined { get; init; }
}
