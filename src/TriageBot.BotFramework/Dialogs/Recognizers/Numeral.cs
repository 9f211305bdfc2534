using System.Globalization;

namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>Digits with the separators of a culture: "1,000.5" in English, "1.000,5" in Spanish of Spain.</summary>
internal static class Numeral
{
    private const int GroupSize = 3;

    /// <summary>
    /// Reads digits. A separator that cannot be the culture's thousands is a decimal one: "38.5" everywhere.
    /// </summary>
    public static decimal? Read(string digits, string? locale)
    {
        var lastSeparator = digits.LastIndexOfAny(['.', ',']);
        if (lastSeparator < 0)
        {
            return Parse(digits);
        }

        var separator = digits[lastSeparator];
        var whole = digits[..lastSeparator];
        var rest = digits[(lastSeparator + 1)..];
        var isGroup =
            whole.Contains(separator, StringComparison.Ordinal)
            || (
                separator != DecimalSeparatorOf(locale)
                && rest.Length == GroupSize
                && !whole.Contains(Other(separator), StringComparison.Ordinal)
                && whole is not ("" or "0")
            );
        return isGroup ? ReadGroups(digits, separator)
            : ReadGroups(whole, Other(separator)) is { } head ? Join(head, rest)
            : null;
    }

    private static char Other(char separator) => separator == '.' ? ',' : '.';

    private static decimal? Join(decimal whole, string decimals) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{whole}.{decimals}"));

    // "1.2.3" and "10.12.2024" are no numbers: every group but the first has three digits.
    private static decimal? ReadGroups(string digits, char separator)
    {
        var groups = digits.Split(separator);
        var areGroups = groups.Length == 1 || (groups[0].Length is >= 1 and <= GroupSize);
        return areGroups && groups.Skip(1).All(group => group.Length == GroupSize && group.All(char.IsAsciiDigit))
            ? Parse(groups[0].Length == 0 ? "0" : string.Concat(groups))
            : null;
    }

    private static decimal? Parse(string digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static char DecimalSeparatorOf(string? locale)
    {
        try
        {
            var culture = string.IsNullOrEmpty(locale) ? CultureInfo.InvariantCulture : new CultureInfo(locale);
            return culture.NumberFormat.NumberDecimalSeparator == "," ? ',' : '.';
        }
        catch (CultureNotFoundException)
        {
            return '.';
        }
    }
}
