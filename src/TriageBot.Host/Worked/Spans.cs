using System.Globalization;
using System.Text.RegularExpressions;

namespace TriageBot.Host.Worked;

/// <summary>Times as people write them: <c>16 minutes</c>, <c>1 hour</c>, <c>14 days</c>.</summary>
internal static partial class Spans
{
    /// <summary>Null where the text is no time.</summary>
    public static TimeSpan? Read(string? text) =>
        Shape().Match(text ?? "") is { Success: true } match
            ? Of(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value)
            : null;

    private static TimeSpan Of(int amount, string unit) =>
        unit switch
        {
            "second" => TimeSpan.FromSeconds(amount),
            "minute" => TimeSpan.FromMinutes(amount),
            "hour" => TimeSpan.FromHours(amount),
            _ => TimeSpan.FromDays(amount),
        };

    [GeneratedRegex(@"^(\d{1,4}) (second|minute|hour|day)s?$")]
    private static partial Regex Shape();
}
