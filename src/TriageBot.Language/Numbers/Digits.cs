using System.Globalization;

namespace TriageBot.Language.Numbers;

/// <summary>Reads a number in digits with its separators: "1,234.5", "1.234,5", "12,34,567.89", "38,5".</summary>
internal static class Digits
{
    private const int Longest = 20;

    /// <param name="digits">Digits, points and commas, beginning and ending with a digit.</param>
    /// <param name="commaIsDecimal">True where the language writes decimals with a comma and thousands with a point.</param>
    public static decimal? Parse(string digits, bool commaIsDecimal)
    {
        if (digits.Length > Longest)
        {
            return null;
        }

        if (Vulgar(digits) is { } fraction)
        {
            return fraction;
        }

        var point = digits.LastIndexOf('.');
        var comma = digits.LastIndexOf(',');
        var plain =
            point < 0 && comma < 0 ? digits
            : point >= 0 && comma >= 0 ? WithBoth(digits, point, comma)
            : WithOne(digits, point >= 0 ? '.' : ',', commaIsDecimal);
        return
            plain is not null
            && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    /// <summary>"½": the digits of a fraction that is one character.</summary>
    public static decimal? Vulgar(string sign) =>
        sign.Length == 1
        && sign[0] is >= '\u00BC' and <= '\u215E'
        && char.GetNumericValue(sign[0]) is > 0 and < 1 and var value
            ? Math.Round((decimal)value, 6)
            : null;

    /// <summary>The later one parts the decimals, the other one groups.</summary>
    private static string? WithBoth(string digits, int point, int comma)
    {
        var last = Math.Max(point, comma);
        var group = point > comma ? ',' : '.';
        return digits.IndexOf(digits[last]) == last && digits.LastIndexOf(group) == last - 4
            ? digits[..last].Replace(group.ToString(), "", StringComparison.Ordinal) + "." + digits[(last + 1)..]
            : null;
    }

    private static string? WithOne(string digits, char sign, bool commaIsDecimal)
    {
        var first = digits.IndexOf(sign);
        var last = digits.LastIndexOf(sign);
        var endsInGroup = last == digits.Length - 4;
        if (first != last)
        {
            // Several of one kind group: "1,234,567"; anything else is no number but a list.
            return endsInGroup && IsGrouped(digits, sign)
                ? digits.Replace(sign.ToString(), "", StringComparison.Ordinal)
                : null;
        }

        var groups = endsInGroup && first is > 0 and <= 3 && (sign == '.') == commaIsDecimal && digits[0] != '0';
        return groups ? digits.Remove(first, 1) : digits.Replace(',', '.');
    }

    private static bool IsGrouped(string digits, char sign)
    {
        var run = 0;
        foreach (var c in digits)
        {
            run = c == sign ? 0 : run + 1;
            if (run > 3)
            {
                return false;
            }
        }

        return true;
    }
}
