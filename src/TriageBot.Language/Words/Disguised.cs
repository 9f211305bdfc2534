using TriageBot.Language.Lexicons;

namespace TriageBot.Language.Words;

/// <summary>Words of the lexicon that digits or blanks stand in: "ch3st", "che st", "c h e s t".</summary>
internal static class Disguised
{
    private const int FewestLetters = 4;
    private const int Longest = 40;
    private const int ShortestJoined = 5;

    /// <summary>The word that digits between letters spell; null where they are a number beside letters.</summary>
    public static string? ByDigits(string word, Lexicon lexicon)
    {
        if (word.Length < FewestLetters || !char.IsAsciiLetter(word[0]) || !char.IsAsciiLetter(word[^1]))
        {
            return null;
        }

        var plain = string.Create(
            word.Length,
            word,
            (letters, from) =>
            {
                for (var i = 0; i < letters.Length; i++)
                {
                    letters[i] = from[i] switch
                    {
                        '0' => 'o',
                        '1' => 'i',
                        '3' => 'e',
                        '4' => 'a',
                        '5' => 's',
                        '7' => 't',
                        _ => from[i],
                    };
                }
            }
        );
        return lexicon.Automaton.Knows(plain) ? plain : null;
    }

    /// <summary>How many of the tokens from one on are pieces of a single word, and that word; 0 where they are words.</summary>
    public static int Split(List<Token> raw, int at, Lexicon lexicon, out string whole)
    {
        whole = "";
        if (raw[at].Text.Length == 1 && IsPiece(raw, at + 1) && raw[at + 1].Text.Length == 1)
        {
            return Spelled(raw, at, lexicon, out whole);
        }

        var first = raw[at].Text;
        if (
            first.Length < 2
            || !IsPiece(raw, at + 1)
            || first.Length + raw[at + 1].Text.Length < ShortestJoined
            || lexicon.Automaton.Knows(first)
            || lexicon.Forms.ContainsKey(first)
            || lexicon.Spelling.IsOrdinary(first)
        )
        {
            return 0;
        }

        whole = first + raw[at + 1].Text;
        return lexicon.Automaton.Knows(whole) ? 2 : 0;
    }

    /// <summary>Letters with blanks between them.</summary>
    private static int Spelled(List<Token> raw, int at, Lexicon lexicon, out string whole)
    {
        Span<char> letters = stackalloc char[Longest];
        var count = 0;
        while (
            count < Longest
            && at + count < raw.Count
            && raw[at + count] is { Kind: TokenKind.Word, Text.Length: 1 }
            && (count == 0 || IsPiece(raw, at + count))
        )
        {
            letters[count] = raw[at + count].Text[0];
            count++;
        }

        whole = count >= FewestLetters ? new string(letters[..count]) : "";
        return whole.Length > 0 && lexicon.Automaton.Knows(whole) ? count : 0;
    }

    private static bool IsPiece(List<Token> raw, int i) =>
        i < raw.Count && raw[i] is { Kind: TokenKind.Word, Before: Break.None };
}
