using System.Globalization;
using System.Text;

namespace TriageBot.Language.Words;

/// <summary>Makes characters that a phone writes in many ways one: case, accents, full-width forms, curly apostrophes.</summary>
internal static class Folding
{
    /// <summary>The folded character; '\0' where the character is to be skipped (combining marks, controls, direction marks).</summary>
    public static char Fold(char c)
    {
        if (c < 128)
        {
            return c is >= ' ' or '\n' or '\t' or '\r' ? char.ToLowerInvariant(c) : '\0';
        }

        switch (c)
        {
            case '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '\u2032' or '\uFF07':
                return '\'';
            case '\u201C' or '\u201D' or '\u00AB' or '\u00BB':
                return '"';
            case '\u2013' or '\u2014' or '\u2212' or '\u2012':
                return c == '\u2014' ? '\u2014' : '-';
            case '\u2026':
                return '\u2026';
            case '\u00B0' or '\u00BA':
                return '\u00B0';
            case '\u00A0' or '\u202F' or '\u2009':
                return ' ';
        }

        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => '\0',
            UnicodeCategory.Control => '\0',
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                ' ',
            _ => Plain(c),
        };
    }

    private static char Plain(char c)
    {
        if (char.IsSurrogate(c) || IsVulgarFraction(c))
        {
            return c;
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormKD);
        return LooksLike(char.ToLowerInvariant(parts[0]));
    }

    /// <summary>The Latin letter that a Cyrillic or Greek one is mistaken for; a text in those scripts is no worse read for it.</summary>
    private static char LooksLike(char c) =>
        c switch
        {
            '\u0430' or '\u03B1' => 'a',
            '\u0432' => 'b',
            '\u0441' => 'c',
            '\u0435' or '\u03B5' => 'e',
            '\u043D' => 'h',
            '\u0456' or '\u03B9' => 'i',
            '\u0458' => 'j',
            '\u043A' or '\u03BA' => 'k',
            '\u043C' => 'm',
            '\u043E' or '\u03BF' => 'o',
            '\u0440' or '\u03C1' => 'p',
            '\u0455' => 's',
            '\u0442' or '\u03C4' => 't',
            '\u03C5' => 'u',
            '\u03BD' => 'v',
            '\u0445' or '\u03C7' => 'x',
            '\u0443' => 'y',
            _ => c,
        };

    /// <summary>"½", which would fold to a one.</summary>
    public static bool IsVulgarFraction(char c) => c is (>= '\u00BC' and <= '\u00BE') or (>= '\u2150' and <= '\u215E');

    /// <summary>A word of a data file as it will look in a text: lower case, without accents and apostrophes.</summary>
    public static string Word(string word)
    {
        if (IsPlain(word))
        {
            return word;
        }

        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (Fold(c) is not ('\0' or '\'') and var plain)
            {
                folded.Append(plain);
            }
        }

        return folded.ToString();
    }

    /// <summary>True where a word is lower-case letters from a to z alone, and so looks in a text as it stands.</summary>
    public static bool IsPlain(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c is < 'a' or > 'z')
            {
                return false;
            }
        }

        return true;
    }
}
