using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>A word or a run of digits in a text. Words are folded: lower case, no accents.</summary>
internal sealed partial record Lexeme(int Start, int End, string Text, string Word, string Gap)
{
    public bool IsDigits => char.IsAsciiDigit(Text[0]) || Text.Length > 1 && char.IsAsciiDigit(Text[1]);

    // "twenty-five" and "twenty five" are one number, "twenty, five" are two.
    public bool JoinsPrevious => Gap is "-" || string.IsNullOrWhiteSpace(Gap);

    public static List<Lexeme> Cut(string text)
    {
        var lexemes = new List<Lexeme>();
        var previousEnd = -1;
        foreach (var match in Words().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length);
            var gap = text[(previousEnd + 1)..match.Index];
            previousEnd = match.Index + match.Length - 1;
            lexemes.Add(new Lexeme(match.Index, previousEnd, word, Fold(word), gap));
        }

        return lexemes;
    }

    /// <summary>Lower case, without accents.</summary>
    public static string Fold(string word)
    {
        var decomposed = word.Normalize(NormalizationForm.FormD);
        var letters = decomposed.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(letters).ToLowerInvariant();
    }

    [GeneratedRegex(
        @"(?:(?<=^|\s)[.,])?\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Words();
}
