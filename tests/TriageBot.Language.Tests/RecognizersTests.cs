using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace TriageBot.Language.Tests;

/// <summary>
/// The published specifications of Recognizers-Text for booleans, numbers, temperatures and durations, where they lie beside
/// the repository. What differs on purpose is told, with the reason, in docs/recognizers.md.
/// </summary>
public class RecognizersTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Choice/English/BooleanModel.json", "en")]
    [InlineData("Choice/Spanish/BooleanModel.json", "es")]
    [InlineData("Number/English/NumberModel.json", "en")]
    [InlineData("Number/Spanish/NumberModel.json", "es")]
    [InlineData("NumberWithUnit/English/TemperatureModel.json", "en")]
    [InlineData("NumberWithUnit/Spanish/TemperatureModel.json", "es")]
    public void What_differs_from_the_specifications_differs_on_purpose(string file, string language)
    {
        if (EvaluationFiles.Find(Path.Combine("recognizers", file)) is not { } path)
        {
            output.WriteLine("The specifications are not beside the repository.");
            return;
        }

        using var cases = JsonDocument.Parse(File.ReadAllText(path));
        var (same, meant, other) = (0, 0, new List<string>());
        foreach (var item in cases.RootElement.EnumerateArray())
        {
            var input = item.GetProperty("Input").GetString()!;
            var expected = Expected(item, file, language);
            var read = Read(input, file, language);
            if (expected == read)
            {
                same++;
            }
            else if (ReasonFor(item, file, input, read, language) is { } reason)
            {
                meant++;
                output.WriteLine($"{reason}: '{input}' is read as {read}, not as {expected}");
            }
            else
            {
                other.Add($"'{input}' is read as {read}, not as {expected}");
            }
        }

        output.WriteLine($"{file}: {same} the same, {meant} on purpose, {other.Count} neither");
        Assert.True(other.Count == 0, string.Join("\n", other));
    }

    private static string? ReasonFor(JsonElement item, string file, string input, string read, string language) =>
        file.Contains("Temperature", StringComparison.Ordinal)
            ? RecognizersDeviations.OfTemperature(
                input,
                Resolutions(item).Select(r => (Number(r.Value, language), r.Unit)),
                read
            )
            : RecognizersDeviations.OfNumber(input, read, language);

    [Theory]
    [InlineData("102 k thanks", "102", true)]
    [InlineData("102 k thanks", "102000", false)]
    [InlineData("- 101", "", false)]
    [InlineData("one over three", "0.33333", false)]
    [InlineData("my pain is 7", "", false)]
    public void A_deviation_excuses_one_reading_and_no_other(string input, string read, bool excused) =>
        Assert.Equal(excused, RecognizersDeviations.OfNumber(input, read, "en") is not null);

    [Theory]
    [InlineData("my temperature is 75 degrees f", 75, "F", "", true)]
    [InlineData("my temperature is 101 degrees f", 101, "F", "", false)]
    [InlineData("tengo 39 grados", 39, "Grado", "", false)]
    [InlineData("the temperature outside is 98 degrees", 98, "Degree", "", true)]
    public void A_temperature_of_a_body_is_never_excused(
        string input,
        int expected,
        string unit,
        string read,
        bool excused
    ) => Assert.Equal(excused, RecognizersDeviations.OfTemperature(input, [(expected, unit)], read) is not null);

    private static string Read(string input, string file, string language)
    {
        var reading = Shipped.Reader.Read(input, language);
        return file.Contains("Boolean", StringComparison.Ordinal) ? Show(reading.YesNo)
            : file.Contains("Temperature", StringComparison.Ordinal)
                ? string.Join(" ", reading.Temperatures.Where(t => t.Celsius is not null).Select(t => Show(t.Value)))
            : string.Join(" ", reading.Numbers.Select(Show));
    }

    private static string Expected(JsonElement item, string file, string language)
    {
        var values = Resolutions(item).ConvertAll(r => r.Value);
        return file.Contains("Boolean", StringComparison.Ordinal)
            ? values.Count == 0
                ? "nothing"
                : Show(values[0] == "True" ? YesNo.Yes : YesNo.No)
            : string.Join(" ", values.Select(value => Show(Number(value, language))));
    }

    /// <summary>What a case resolves to; units alone have no value and are left out.</summary>
    private static List<(string Value, string Unit)> Resolutions(JsonElement item) =>
        [
            .. item.GetProperty("Results")
                .EnumerateArray()
                .Select(result => result.GetProperty("Resolution"))
                .Where(r => r.TryGetProperty("value", out var v) && v.ValueKind != JsonValueKind.Null)
                .Select(r =>
                    (r.GetProperty("value").ToString(), r.TryGetProperty("unit", out var u) ? u.ToString() : "")
                ),
        ];

    private static decimal Number(string value, string language) =>
        decimal.Parse(
            language == "es" ? value.Replace(',', '.') : value,
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );

    private static string Show(YesNo? answer) => answer?.ToString() ?? "nothing";

    private static string Show(decimal value) => RecognizersDeviations.Shown(value);
}
