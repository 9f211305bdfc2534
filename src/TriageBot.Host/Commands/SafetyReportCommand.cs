using System.CommandLine;
using System.Text.Json;
using TriageBot.Host.Safety;

namespace TriageBot.Host.Commands;

/// <summary><c>safety-report</c>: the clinical safety case report of this build.</summary>
internal static class SafetyReportCommand
{
    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "safety", "hazards.yaml");

    public static Command Make(string[] settings, Streams io)
    {
        var results = new Option<string?>("--results")
        {
            Description = "A folder of .trx files from this build's tests",
        };
        var mutation = new Option<string?>("--mutation") { Description = "A JSON report of the mutation run" };
        var hazards = new Option<string?>("--hazards") { Description = "The hazard log. Default: the shipped one" };
        var output = new Option<string?>("--out") { Description = "The file to write. Default: standard output" };
        var command = new Command(
            "safety-report",
            "Writes the clinical safety case report; exit code 1 where a test that a control names did not pass."
        )
        {
            results,
            mutation,
            hazards,
            output,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var report = new SafetyReport(
                    HazardReader.Load(parsed.GetValue(hazards) ?? Shipped),
                    GraphCommand.Read(settings),
                    DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)
                )
                {
                    Results = parsed.GetValue(results) is { } folder ? TestResults.Read(folder) : null,
                    MutationScore = parsed.GetValue(mutation) is { } file ? ReadScore(file) : null,
                };
                await GraphCommand.WriteAsync(report.Write(), parsed.GetValue(output), io, stop);
                foreach (var test in report.Unproven)
                {
                    await io.Error.WriteLineAsync($"A control names this test, and it did not pass: {test}");
                }

                return report.Unproven.Count == 0 ? 0 : 1;
            }
        );
        return command;
    }

    /// <summary>Killed and timed-out mutants among those that tests could have killed.</summary>
    private static decimal ReadScore(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var statuses = json
            .RootElement.GetProperty("files")
            .EnumerateObject()
            .SelectMany(source => source.Value.GetProperty("mutants").EnumerateArray())
            .Select(mutant => mutant.GetProperty("status").GetString())
            .ToList();
        var killed = statuses.Count(status => status is "Killed" or "Timeout");
        var alive = statuses.Count(status => status is "Survived" or "NoCoverage");
        return killed + alive == 0
            ? throw new InvalidDataException($"{file} holds no mutant that was tried.")
            : 100m * killed / (killed + alive);
    }
}
