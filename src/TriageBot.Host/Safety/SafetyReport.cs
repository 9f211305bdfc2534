using System.Globalization;
using TriageBot.Host.Charts;
using TriageBot.Host.Content;
using TriageBot.Protocols;

namespace TriageBot.Host.Safety;

/// <summary>The clinical safety case report: scope, system, hazard log, evidence, and what risk is left.</summary>
internal sealed class SafetyReport(HazardLog log, ClinicalFiles clinical, DateOnly today)
{
    private readonly Page page = new();

    /// <summary>Null where no test run was named.</summary>
    public TestResults? Results { get; init; }

    /// <summary>Null where none was named.</summary>
    public MutationRun? Mutation { get; init; }

    /// <summary>What the machine has proved of each protocol, as lines of name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> Proof { get; init; } = [];

    /// <summary>Tests that controls name, and that did not pass; empty where no test run was named.</summary>
    public IReadOnlyList<string> Unproven =>
        Results is null
            ? []
            :
            [
                .. log
                    .Hazards.SelectMany(hazard => hazard.Controls)
                    .SelectMany(control => control.Tests)
                    .Distinct()
                    .Where(test => Results.Of(test) != "Passed"),
            ];

    public string Write()
    {
        page.Heading(1, "Clinical safety case report");
        page.Paragraph($"TriageBot {Version}, {Day(today)}. In the shape of DCB0129.");
        page.Paragraph($"Status: {log.Status}.", "draft");
        page.Heading(2, "1. Scope and intended use");
        page.Table([], log.Scope.Select(IReadOnlyList<Cell> (part) => [part.Title, part.Text]));
        System();
        Summary();
        Hazards();
        Evidence();
        Left();
        return page.Whole("Clinical safety case report");
    }

    private void System()
    {
        page.Heading(2, "2. Protocols of this build");
        page.Table(
            ["Protocol", "Version", "Status", "Review due", "Hash", "Questions", "Rules"],
            clinical.Protocols.Protocols.Select(
                IReadOnlyList<Cell> (protocol) =>
                    [
                        protocol.Id,
                        protocol.Version,
                        protocol.Review.Status == ReviewStatus.Draft
                            ? "draft: no clinician has signed it"
                            : $"signed by {protocol.Review.ReviewedBy}",
                        protocol.Review.ReviewDue is { } due ? Day(due) : "not set",
                        new Cell(protocol.Hash[..16], "id"),
                        Number(protocol.Questions.Length),
                        Number(protocol.Rules.Length),
                    ]
            )
        );
        page.Paragraph(
            "What is asked next and where a case goes are two pure functions over data that clinicians own. They are checked "
                + "at every start; where anything is wrong the program does not start. Each turn is one transaction."
        );
    }

    private void Summary()
    {
        page.Heading(2, "3. Risks before and after the controls");
        page.Table(
            ["Rating", "Meaning", "Before", "After"],
            Enumerable
                .Range(1, 5)
                .Reverse()
                .Select(
                    IReadOnlyList<Cell> (rating) =>
                        [
                            Number(rating),
                            MeaningOf(rating),
                            Number(log.Hazards.Count(hazard => hazard.Initial.Rating == rating)),
                            Number(log.Hazards.Count(hazard => hazard.Residual.Rating == rating)),
                        ]
                )
        );
        page.Paragraph(
            "Likelihoods are judgements. They stand until a clinical safety officer confirms or corrects them."
        );
    }

    private void Hazards()
    {
        page.Heading(2, "4. Hazard log", "new");
        foreach (var hazard in log.Hazards)
        {
            page.Heading(3, $"{hazard.Id} {hazard.Name}");
            page.Table(
                [],
                [
                    ["Causes", string.Join("; ", hazard.Causes)],
                    ["Effect", hazard.Effect],
                    ["Risk before", InWords(hazard.Initial)],
                    ["Risk left", InWords(hazard.Residual)],
                    ["Open", hazard.Open ?? "nothing known"],
                ]
            );
            page.Table(["Control", "Shown by"], hazard.Controls.Select(Row));
        }
    }

    private IReadOnlyList<Cell> Row(Control control)
    {
        var tests = control.Tests.Select(test =>
            $"{Mark(test)} {test.Replace("TriageBot.", "", StringComparison.Ordinal)}"
        );
        var cases = control.Cases.Select(name => $"worked conversation: {name}");
        var proof = control.Proof.Select(code => $"proof: {code}");
        var bad = Results is not null && control.Tests.Any(test => Results.Of(test) != "Passed");
        return [control.What, new Cell(string.Join('\n', tests.Concat(cases).Concat(proof)), bad ? "bad" : "id")];
    }

    private string Mark(string test) =>
        Results is null ? "test:"
        : Results.Of(test) is { } outcome ? $"{outcome.ToLowerInvariant()}:"
        : "DID NOT RUN:";

    private void Evidence()
    {
        page.Heading(2, "5. Evidence of this build", "new");
        if (Results is null)
        {
            page.Paragraph(
                "No test run was named. Run TEST_RESULTS=DIR ./test, then triagebot safety-report --results DIR.",
                "bad"
            );
        }
        else
        {
            page.Table(
                ["Tests", "Passed", "Failed", "Skipped"],
                Results
                    .Projects.Select(
                        IReadOnlyList<Cell> (project) =>
                            [project.Project, Number(project.Passed), Number(project.Failed), Number(project.Skipped)]
                    )
                    .Append(["all", Number(Results.Passed), Number(Results.Failed), Number(Results.Skipped)])
            );
            page.Paragraph(
                Unproven.Count == 0
                    ? "Every test that a control names ran and passed."
                    : $"These tests are named by controls and did not pass: {string.Join(", ", Unproven)}",
                Unproven.Count == 0 ? "" : "bad"
            );
        }

        page.Table(
            [],
            [
                .. Proof.Select(IReadOnlyList<Cell> (line) => [line.Name, line.Value]),
                ["Mutation score of TriageBot.Protocols", Mutation?.ToString() ?? "not measured for this report"],
            ]
        );
    }

    private void Left()
    {
        page.Heading(2, "6. Risk that is left");
        page.Table(
            ["Hazard", "Rating", "Meaning", "Open"],
            log.Hazards.Where(hazard => hazard.Residual.Rating > 2 || hazard.Open is not null)
                .OrderByDescending(hazard => hazard.Residual.Rating)
                .Select(
                    IReadOnlyList<Cell> (hazard) =>
                        [
                            $"{hazard.Id} {hazard.Name}",
                            Number(hazard.Residual.Rating),
                            hazard.Residual.Meaning,
                            hazard.Open ?? "",
                        ]
                )
        );
        page.Heading(2, "7. Signature of the clinical safety officer");
        page.Table(
            ["Name", "Registration", "Date", "Signature"],
            [
                ["", "", "", ""],
            ],
            "sign"
        );
    }

    private static string InWords(Risk risk) =>
        $"{risk.Rating} ({risk.Meaning}): severity {risk.Severity.ToString().ToLowerInvariant()}, likelihood {(risk.Likelihood switch
        {
            Likelihood.VeryLow => "very low",
            Likelihood.VeryHigh => "very high",
            var other => other.ToString().ToLowerInvariant(),
        })}";

    private static string MeaningOf(int rating) =>
        rating switch
        {
            5 => "unacceptable",
            4 => "must be reduced",
            3 => "undesirable",
            2 => "tolerable",
            _ => "acceptable",
        };

    private static string Version => typeof(SafetyReport).Assembly.GetName().Version?.ToString(3) ?? "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
