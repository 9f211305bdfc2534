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

    /// <summary>
    /// Reads <c>mutation-report.json</c> of one run, or of several that tried a part of the files each. Of a file that
    /// several tried, the last counts.
    /// </summary>
    /// <exception cref="InvalidDataException">A report holds no mutant that was tried.</exception>
    public static MutationRun Read(IEnumerable<string> reports)
    {
        var tried = new Dictionary<string, MutationRun>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            var files = Files(report).Where(file => file.Run.Found + file.Run.Missed > 0).ToList();
            if (files.Count == 0)
            {
                throw new InvalidDataException($"{report} holds no mutant that was tried.");
            }

            files.ForEach(file => tried[file.Name] = file.Run);
        }

        return new MutationRun(tried.Values.Sum(run => run.Found), tried.Values.Sum(run => run.Missed));
    }

    private static List<(string Name, MutationRun Run)> Files(string report)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(report));
        return [.. json.RootElement.GetProperty("files").EnumerateObject().Select(file => (file.Name, Of(file.Value)))];
    }

    private static MutationRun Of(JsonElement file)
    {
        var statuses = file.GetProperty("mutants")
            .EnumerateArray()
            .Select(mutant => mutant.GetProperty("status").GetString())
            .ToList();
        return new MutationRun(
            statuses.Count(status => status is "Killed" or "Timeout"),
            statuses.Count(status => status is "Survived" or "NoCoverage")
        );
    }
}
