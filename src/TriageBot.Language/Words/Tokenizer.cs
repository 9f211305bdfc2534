using System.Globalization;
using System.Text;

namespace TriageBot.Language.Words;

/// <summary>Cuts a text into words, numbers and signs in one pass; nothing in it depends on a language.</summary>
internal static class Tokenizer
{
    /// <summary>Longer words carry no meaning that a lexicon knows; they are cut to bound the work per word.</summary>
    private const int LongestWord = 40;

    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>(text.Length / 4 + 4);
        Span<char> word = stackalloc char[LongestWord];
        var before = Break.None;
        var i = 0;
        while (i < text.Length)
        {
            var c = Folding.Fold(text[i]);
            if (char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                i = ReadWord(text, i, word, tokens, before);
                before = Break.None;
            }
            else if (BeginsDecimal(text, i))
            {
                i = ReadWord(text, i, word, tokens, before);
                before = Break.None;
            }
            else if (Folding.IsVulgarFraction(c))
            {
                tokens.Add(new Token(c.ToString(), i++, 1, before, TokenKind.Number));
                before = Break.None;
            }
            else if (IsSign(text, i, c))
            {
                tokens.Add(new Token(c.ToString(), i++, 1, before, TokenKind.Sign));
                before = Break.None;
            }
            else if (char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol)
            {
                i = ReadSymbol(text, i, tokens, ref before);
            }
            else
            {
                before = Wider(before, BreakOf(text, i, c));
                if (c == '?' && tokens.Count > 0)
                {
                    tokens[^1] = tokens[^1] with { EndsQuestion = true };
                }

                i++;
            }
        }

        return tokens;
    }

    private static int ReadWord(string text, int start, Span<char> word, List<Token> tokens, Break before)
    {
        var length = 0;
        var i = start;
        if (text[i] == '.')
        {
            "0.".CopyTo(word);
            (length, i) = (2, i + 1);
        }

        var number = char.IsDigit(Folding.Fold(text[i]));
        var letters = !number;
        var letterAt = -1;
        var apostrophe = -1;
        var accented = false;
        for (; i < text.Length; i++)
        {
            var c = Folding.Fold(text[i]);
            if (c == '\'' && number && !letters && IsTenth(text, i))
            {
                c = '.';
            }

            if (c is '\0' or '\'')
            {
                apostrophe = c == '\'' ? length : apostrophe;
                accented |= c == '\0';
                continue;
            }

            if (char.IsSurrogate(c) || !char.IsLetterOrDigit(c))
            {
                var separates = number && !letters && c is '.' or ',' && DigitFollows(text, i);
                if (!separates)
                {
                    break;
                }
            }
            else if (!char.IsDigit(c) && letterAt < 0)
            {
                letterAt = i;
                letters = true;
            }

            accented = text[i] > 127;
            if (length < LongestWord)
            {
                word[length++] = c;
            }
        }

        var kind = number && !letters ? TokenKind.Number : TokenKind.Word;
        var clipped = apostrophe > 1 && kind == TokenKind.Word ? length - apostrophe : 0;
        tokens.Add(
            new Token(new string(word[..length]), start, TrimEnd(text, start, i) - start, before, kind)
            {
                Clipped = clipped,
                EndsAccented = accented,
            }
        );
        return i;
    }

    /// <summary>An apostrophe or a mark at the end of a word is not part of its span.</summary>
    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start + 1 && Folding.Fold(text[end - 1]) is '\0' or '\'')
        {
            end--;
        }

        return end;
    }

    private static int ReadSymbol(string text, int start, List<Token> tokens, ref Break before)
    {
        if (!Rune.TryGetRuneAt(text, start, out var rune))
        {
            return start + 1;
        }

        var length = rune.Utf16SequenceLength;
        var isModifier = Rune.GetUnicodeCategory(rune) == UnicodeCategory.ModifierSymbol;
        if (!isModifier)
        {
            tokens.Add(new Token(text.Substring(start, length), start, length, before, TokenKind.Emoji));
            before = Break.None;
        }

        return start + length;
    }

    /// <summary>The point of ".5".</summary>
    private static bool BeginsDecimal(string text, int i) =>
        text[i] == '.' && IsDigitAt(text, i + 1) && (i == 0 || char.IsWhiteSpace(text[i - 1]));

    private static bool IsSign(string text, int i, char c) =>
        c is '/' or '%' or '\u00B0' or '&' or '$' or '#'
        || (c == '+' && IsDigitAt(text, i + 1))
        || (c is '-' or ':' && i > 0 && char.IsDigit(text[i - 1]) && IsDigitAt(text, i + 1));

    private static Break BreakOf(string text, int i, char c) =>
        c switch
        {
            '.' when Repeats(text, i, c) => Break.Clause,
            '.' or '!' or '?' or '\n' or '\u00BF' or '\u00A1' => Break.Sentence,
            ';' or '(' or ')' or '[' or ']' or '\u2026' or '\u2014' => Break.Clause,
            // A quoted word is a word of its sentence: her chest "feels heavy".
            ',' => Break.Comma,
            '-' when i > 0 && text[i - 1] == ' ' => Break.Comma,
            _ => Break.None,
        };

    private static bool Repeats(string text, int i, char c) =>
        (i > 0 && text[i - 1] == c) || (i + 1 < text.Length && text[i + 1] == c);

    /// <summary>The next character that can be seen is a digit, of whatever width.</summary>
    private static bool DigitFollows(string text, int i)
    {
        for (var next = i + 1; next < text.Length; next++)
        {
            var c = Folding.Fold(text[next]);
            if (c != '\0')
            {
                return char.IsAsciiDigit(c);
            }
        }

        return false;
    }

    /// <summary>The apostrophe of "38'9", which many write for a point: one digit follows.</summary>
    private static bool IsTenth(string text, int i) => IsDigitAt(text, i + 1) && !IsDigitAt(text, i + 2);

    private static bool IsDigitAt(string text, int i) => i < text.Length && char.IsAsciiDigit(text[i]);

    private static Break Wider(Break left, Break right) => left > right ? left : right;
}
