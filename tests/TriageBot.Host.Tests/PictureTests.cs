using System.Text.RegularExpressions;
using System.Xml.Linq;
using TriageBot.Host.Commands;
using TriageBot.Host.Content;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>Charts, review packets and safety reports: whole, true, and in need of nothing from elsewhere.</summary>
public sealed partial class PictureTests : IDisposable
{
    private const double Width = 1414;

    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("kyphoplasty", "en")]
    [InlineData("vertebroplasty", "es")]
    public async Task A_chart_shows_every_question_and_every_rule(string protocol, string language)
    {
        var svg = await Run("graph", protocol, "--lang", language);
        var text = string.Join(
            '\n',
            XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)
        );
        var read = ClinicalFiles.Read(ContentSettings.Shipped).Protocols.Find(protocol)!;
        Assert.All(read.Questions, question => Assert.Contains($"  {question.Id}  (", text, StringComparison.Ordinal));
        Assert.All(
            read.Rules.GroupBy(rule => rule.Line).Where(group => group.Count() == 1).Select(group => group.Single().Id),
            id => Assert.Contains(id[..Math.Min(id.Length, 20)], text, StringComparison.Ordinal)
        );
        Assert.Contains(read.Hash[..12], text, StringComparison.Ordinal);
        Assert.Contains("DRAFT", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_needs_nothing_from_elsewhere_and_nothing_stands_outside_of_it()
    {
        var svg = await Run("graph", "kyphoplasty");
        Assert.DoesNotMatch(Foreign(), svg.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal));
        var lefts = XDocument
            .Parse(svg)
            .Descendants()
            .Where(element => element.Name.LocalName == "text")
            .Select(element => (double)element.Attribute("x")!);
        Assert.All(lefts, x => Assert.InRange(x, 0, Width));
    }

    [Fact]
    public async Task An_answer_leads_in_the_chart_where_the_rules_lead()
    {
        var svg = await Run("graph", "kyphoplasty");
        var texts = XDocument
            .Parse(svg)
            .Descendants()
            .Where(e => e.Name.LocalName == "text")
            .Select(e => e.Value)
            .ToList();
        Assert.Equal("EMERGENCY", texts[texts.IndexOf("Chest pain or pressure") + 1]);
        Assert.Equal("CALLBACK 4 h", texts[texts.IndexOf("Pus or any fluid") + 1]);
        Assert.Equal("goes on", texts[texts.IndexOf("None of these") + 1]);
    }

    [Fact]
    public async Task A_review_packet_tells_what_changed_since_the_version_before()
    {
        var before = Path.Combine(directory.Path, "before");
        foreach (var part in new[] { "protocols", "phrases" })
        {
            Directory.CreateDirectory(Path.Combine(before, part));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(ContentSettings.Shipped, part)))
            {
                var text = (await File.ReadAllTextAsync(file))
                    .Replace("severe-pain: { value: 7", "severe-pain: { value: 6", StringComparison.Ordinal)
                    .Replace("Chest pain or pressure", "Chest pain", StringComparison.Ordinal);
                await File.WriteAllTextAsync(Path.Combine(before, part, Path.GetFileName(file)), text);
            }
        }

        var html = await Run("review", "kyphoplasty", "--since", before);
        Assert.Contains("holds: no check-in of this text goes astray", html, StringComparison.Ordinal);
        Assert.Contains("3 items are not the same", html, StringComparison.Ordinal);
        Assert.Contains("threshold severe-pain", html, StringComparison.Ordinal);
        Assert.Contains("rule pain-score-severe", html, StringComparison.Ordinal);
        Assert.Contains("text q.red-flags-1.chest-pain (en)", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Foreign(), html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_safety_report_fails_where_a_control_has_no_passed_test()
    {
        var results = Path.Combine(directory.Path, "results");
        Directory.CreateDirectory(results);
        await File.WriteAllTextAsync(
            Path.Combine(results, "Some.Tests.trx"),
            """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results><UnitTestResult testId="1" outcome="Passed" /><UnitTestResult testId="2" outcome="NotExecuted" /></Results>
              <TestDefinitions>
                <UnitTest id="1"><TestMethod className="A" name="It_holds" /></UnitTest>
                <UnitTest id="2"><TestMethod className="A" name="It_sleeps" /></UnitTest>
              </TestDefinitions>
            </TestRun>
            """
        );
        Assert.Equal(0, (await Report("A.It_holds", results)).Code);
        var (code, error) = await Report("A.It_sleeps", results);
        Assert.Equal(1, code);
        Assert.Contains("A.It_sleeps", error, StringComparison.Ordinal);
        Assert.Equal(1, (await Report("A.It_never_ran", results)).Code);
    }

    [Fact]
    public async Task The_shipped_hazard_log_has_no_mistakes_and_reaches_the_report()
    {
        var html = await Run("safety-report");
        Assert.Contains("H01 ", html, StringComparison.Ordinal);
        Assert.True(HazardHeading().Count(html) >= 15);
        Assert.Contains("No test run was named", html, StringComparison.Ordinal);
        Assert.Contains("kyphoplasty: Check-ins without free text", html, StringComparison.Ordinal);
        Assert.Contains("not measured for this report", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mutation_score_is_read_from_the_run_itself()
    {
        var report = Path.Combine(directory.Path, "mutation-report.json");
        await File.WriteAllTextAsync(
            report,
            """
            { "files": { "A.cs": { "mutants": [
              { "status": "Killed" }, { "status": "Timeout" }, { "status": "Killed" }, { "status": "Ignored" },
              { "status": "Survived" }, { "status": "CompileError" } ] },
              "B.cs": { "mutants": [ { "status": "NoCoverage" }, { "status": "Killed" } ] } } }
            """
        );
        Assert.Contains(
            "66.7 % of 6 mutants",
            await Run("safety-report", "--mutation", report),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_mutation_run_in_parts_is_summed_up_and_the_last_run_of_a_file_counts()
    {
        var first = Path.Combine(directory.Path, "first.json");
        var second = Path.Combine(directory.Path, "second.json");
        await File.WriteAllTextAsync(
            first,
            """
            { "files": { "A.cs": { "mutants": [ { "status": "Killed" }, { "status": "Survived" } ] },
              "B.cs": { "mutants": [ { "status": "Survived" } ] },
              "C.cs": { "mutants": [ { "status": "Ignored" } ] } } }
            """
        );
        await File.WriteAllTextAsync(
            second,
            """
            { "files": { "A.cs": { "mutants": [ { "status": "Ignored" }, { "status": "Ignored" } ] },
              "B.cs": { "mutants": [ { "status": "Killed" } ] },
              "C.cs": { "mutants": [ { "status": "Timeout" } ] } } }
            """
        );

        Assert.Contains(
            "75.0 % of 4 mutants",
            await Run("safety-report", "--mutation", first, "--mutation", second),
            StringComparison.Ordinal
        );
    }

    private async Task<(int Code, string Error)> Report(string test, string results)
    {
        var log = Path.Combine(directory.Path, "hazards.yaml");
        await File.WriteAllTextAsync(
            log,
            $$"""
            status: draft
            scope: { system: a bot }
            hazards:
              - id: H01
                hazard: It fails
                effect: Harm
                initial: { severity: major, likelihood: high }
                controls: [{ what: A test, tests: [{{test}}] }]
                residual: { severity: major, likelihood: low }
            """
        );
        var console = new TestConsole();
        var code = await CommandTable.RunAsync(
            ["safety-report", "--hazards", log, "--results", results],
            console.Streams
        );
        return (code, console.Error);
    }

    private static async Task<string> Run(params string[] arguments)
    {
        var console = new TestConsole();
        Assert.True(await CommandTable.RunAsync(arguments, console.Streams) == 0, console.Error);
        return console.Output;
    }

    [GeneratedRegex("<script|https?://|@import|url\\(")]
    private static partial Regex Foreign();

    [GeneratedRegex("<h3>H\\d+ ")]
    private static partial Regex HazardHeading();
}
