using System.Globalization;
using System.Text.Json;

namespace TriageBot.Host.Safety;

/// <summary>What a mutation run found: small faults put into the code on purpose, and how many of them tests noticed.</summary>
/// <param name="Found">Mutants that a test failed on, or that made the tests run for ever.</param>
/// <param name="Missed">Mutants that no test failed on, or that no test runs.</param>
internal sealed record MutationRun(int Found, int Missed)
{
    /// <summary>In percent, as dotnet-stryker computes it.</summary>
    public decimal Score => 100m * Found / (Found + Missed);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Score:0.0} % of {Found + Missed} mutants");

    /// <summary>Reads <c>mutation-report.json</c>.</summary>
    /// <exception cref="InvalidDataException">It holds no mutant that was tried.</exception>
    public static MutationRun Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var statuses = json
            .RootElement.GetProperty("files")
            .EnumerateObject()
            .SelectMany(source => source.Value.GetProperty("mutants").EnumerateArray())
            .Select(mutant => mutant.GetProperty("status").GetString())
            .ToList();
        var run = new MutationRun(
            statuses.Count(status => status is "Killed" or "Timeout"),
            statuses.Count(status => status is "Survived" or "NoCoverage")
        );
        return run.Found + run.Missed > 0
            ? run
            : throw new InvalidDataException($"{file} holds no mutant that was tried.");
    }
}
