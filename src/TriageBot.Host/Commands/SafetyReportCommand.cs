using System.CommandLine;
using TriageBot.Host.Reviews;
using TriageBot.Host.Safety;
using TriageBot.Protocols.Proofs;

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
        var mutation = new Option<string[]>("--mutation")
        {
            Description = "A JSON report of the mutation run; several where it was run in parts",
        };
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
                var clinical = GraphCommand.Read(settings);
                var report = new SafetyReport(
                    HazardReader.Load(parsed.GetValue(hazards) ?? Shipped),
                    clinical,
                    DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)
                )
                {
                    Results = parsed.GetValue(results) is { } folder ? TestResults.Read(folder) : null,
                    Mutation = parsed.GetValue(mutation) is { Length: > 0 } reports ? MutationRun.Read(reports) : null,
                    Proof =
                    [
                        .. Proof
                            .OfAll(clinical.Protocols.Protocols)
                            .SelectMany(proof =>
                                ProofInWords.Of(proof).Select(line => ($"{proof.Protocol}: {line.Name}", line.Value))
                            ),
                    ],
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
}
