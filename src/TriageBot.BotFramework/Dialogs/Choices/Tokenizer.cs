namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>Splits a text into words at white space and punctuation; every emoji is a word of its own.</summary>
public class Tokenizer
{
    /// <summary>The tokenizer that is used where none is given.</summary>
    public static TokenizerFunction DefaultTokenizer => DefaultTokenizerImpl;

    /// <summary>Splits a text into words.</summary>
    /// <param name="text">The text; null has no words.</param>
    /// <param name="locale">Not used: words are cut the same way in all languages.</param>
    public static List<Token> DefaultTokenizerImpl(string? text, string? locale = null)
    {
        var tokens = new List<Token>();
        if (text is null)
        {
            return tokens;
        }

        var wordStart = -1;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var standsAlone = rune.Value > 0xFFFF;
            var isPartOfWord = !standsAlone && !Breaks(rune.Value);
            if (isPartOfWord && wordStart < 0)
            {
                wordStart = position;
            }
            else if (!isPartOfWord && wordStart >= 0)
            {
                tokens.Add(Cut(text, wordStart, position));
                wordStart = -1;
            }

            if (standsAlone)
            {
                tokens.Add(Cut(text, position, position + rune.Utf16SequenceLength));
            }

            position += rune.Utf16SequenceLength;
        }

        if (wordStart >= 0)
        {
            tokens.Add(Cut(text, wordStart, text.Length));
        }

        return tokens;
    }

    private static Token Cut(string text, int start, int end)
    {
        var word = text[start..end];
        return new Token
        {
            Start = start,
            End = end - 1,
            Text = word,
            Normalized = word.ToLowerInvariant(),
        };
    }

    // Control characters, ASCII and Latin-1 punctuation, modifier letters and combining marks, and the
    // blocks of general punctuation, symbols and arrows, and supplemental punctuation.
    private static bool Breaks(int codePoint) =>
        codePoint
            is <= 0x2F
                or (>= 0x3A and <= 0x40)
                or (>= 0x5B and <= 0x60)
                or (>= 0x7B and <= 0xBF)
                or (>= 0x2B9 and <= 0x36F)
                or (>= 0x2000 and <= 0x2BFF)
                or (>= 0x2E00 and <= 0x2E7F);
}
