namespace TriageBot.Language.Words;

/// <summary>What stands between a token and the one before it. Ordered: a wider break stops more.</summary>
internal enum Break
{
    None,
    Comma,

    /// <summary>A semicolon or a closing bracket.</summary>
    Clause,
    Sentence,
}

internal enum TokenKind
{
    Word,
    Number,

    /// <summary>One of the signs that carry meaning beside words: / % ° &amp; + $ # -</summary>
    Sign,
    Emoji,
}

/// <summary>One word, number or sign of a text.</summary>
/// <param name="Text">Lower case, without accents and apostrophes.</param>
/// <param name="Start">Index of the first UTF-16 character in the text as it was sent.</param>
/// <param name="Length">In UTF-16 characters.</param>
internal readonly record struct Token(string Text, int Start, int Length, Break Before, TokenKind Kind)
{
    public int End => Start + Length;

    /// <summary>True where a question mark closes the sentence right after the token.</summary>
    public bool EndsQuestion { get; init; }

    /// <summary>Letters behind the last apostrophe: 1 of "foot's", 2 of "they've", 0 where there is none.</summary>
    public int Clipped { get; init; }

    /// <summary>True where the last letter is written with an accent: "sí" says yes, "si" says if.</summary>
    public bool EndsAccented { get; init; }
}
