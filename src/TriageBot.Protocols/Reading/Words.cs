using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TriageBot.Protocols.Reading;

/// <summary>The shapes of single words in protocol files.</summary>
internal static partial class Words
{
    public static bool IsId(string text) => IdShape().IsMatch(text);

    public static bool IsVersion(string text) => VersionShape().IsMatch(text);

    public static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads "15m" or "4h".</summary>
    public static TimeSpan? Limit(string? text) =>
        LimitShape().Match(text ?? "") is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var amount)
        && amount > 0
            ? match.Groups[2].ValueSpan is "h"
                ? TimeSpan.FromHours(amount)
                : TimeSpan.FromMinutes(amount)
            : null;

    /// <summary>The word that a file uses for a member: <c>BothLegs</c> is <c>both_legs</c>, or with a hyphen.</summary>
    public static string Of(string member, char separator)
    {
        var word = new StringBuilder();
        foreach (var c in member)
        {
            if (char.IsAsciiLetterUpper(c) && word.Length > 0)
            {
                word.Append(separator);
            }

            word.Append(char.ToLowerInvariant(c));
        }

        return word.ToString();
    }

    [GeneratedRegex("^[a-z0-9]+([-_][a-z0-9]+)*$")]
    private static partial Regex IdShape();

    [GeneratedRegex(@"^\d{1,4}\.\d{1,4}\.\d{1,4}$")]
    private static partial Regex VersionShape();

    [GeneratedRegex(@"^(\d{1,4})([mh])$")]
    private static partial Regex LimitShape();
}
