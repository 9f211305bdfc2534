namespace TriageBot.Language.Matching;

/// <summary>A phrase found in a text.</summary>
/// <param name="Entry">Index of the lexicon entry.</param>
/// <param name="Start">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Words">Which of the tokens from <paramref name="Start"/> on the phrase names, as bits; the others lie between.</param>
/// <param name="Negated">True where a "not" stands inside it: "my chest does not hurt".</param>
internal readonly record struct Hit(int Entry, int Start, int End, ulong Words, bool Negated)
{
    /// <summary>So many tokens a phrase spans at most, so that its words are bits of one number.</summary>
    public const int Longest = 64;

    public int Length => End - Start;

    /// <summary>True where every word of the other is one of this one's.</summary>
    public bool Covers(Hit other) =>
        other.Start >= Start && other.End <= End && ((other.Words << (other.Start - Start)) & ~Words) == 0;

    public bool Overlaps(Hit other) =>
        other.Start >= Start
            ? other.Start - Start < Longest && (Words & (other.Words << (other.Start - Start))) != 0
            : other.Overlaps(this);
}
