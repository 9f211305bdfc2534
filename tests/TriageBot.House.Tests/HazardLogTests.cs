using System.Text.RegularExpressions;

namespace TriageBot.House.Tests;

/// <summary>What a control of the hazard log names must exist: a control without its test is a wish.</summary>
public sealed partial class HazardLogTests
{
    private static readonly string Log = File.ReadAllText(
        Path.Combine(Repository.Root, "docs", "safety", "hazards.yaml")
    );

    [Fact]
    public void Every_test_that_a_control_names_exists_and_is_not_skipped()
    {
        var tests = TestMethods.Of(Assemblies());
        var named = TestName().Matches(Log).Select(match => match.Value).Distinct().ToList();
        Assert.True(named.Count > 30, $"only {named.Count} tests are named");
        var missing = named.Where(name => !tests.ContainsKey(name)).ToList();
        Assert.True(missing.Count == 0, $"No such test: {string.Join(", ", missing)}");
        var skipped = named.Where(name => tests[name]).ToList();
        Assert.True(skipped.Count == 0, $"Skipped: {string.Join(", ", skipped)}");
    }

    [Fact]
    public void Every_worked_conversation_that_a_control_names_exists()
    {
        var written = Repository
            .Files("dialogs/cases", "*.yaml")
            .SelectMany(File.ReadLines)
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("- name: ", StringComparison.Ordinal))
            .Select(line => line[8..])
            .ToHashSet(StringComparer.Ordinal);
        var named = CaseList().Matches(Log).SelectMany(Names).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, written));
    }

    [Fact]
    public void Every_property_of_the_proof_that_a_control_names_is_proved()
    {
        var proved = Repository
            .Files("src/TriageBot.Protocols/Proofs", "ProofCode.cs")
            .SelectMany(file => Code().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        var named = ProofList()
            .Matches(Log)
            .SelectMany(list => Code().Matches(list.Value))
            .Select(match => match.Value);
        Assert.NotEmpty(named);
        Assert.All(named, code => Assert.Contains(code, proved));
    }

    private static IEnumerable<string> Names(Match match) =>
        match.Groups["one"].Success
            ? [match.Groups["one"].Value]
            : match.Groups["item"].Captures.Select(capture => capture.Value.Trim());

    /// <summary>Of each test project, the assembly that was built last.</summary>
    private static List<string> Assemblies()
    {
        var projects = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests"), "*.Tests").ToList();
        var built = projects
            .Select(project =>
                Directory
                    .EnumerateFiles(project, $"{Path.GetFileName(project)}.dll", SearchOption.AllDirectories)
                    .Where(file =>
                        file.Contains(
                            $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}",
                            StringComparison.Ordinal
                        )
                    )
                    .MaxBy(File.GetLastWriteTimeUtc)
            )
            .ToList();
        var unbuilt = projects.Where((_, i) => built[i] is null).Select(Path.GetFileName).ToList();
        Assert.True(unbuilt.Count == 0, $"Build TriageBot.sln first: {string.Join(", ", unbuilt)}");
        return [.. built.OfType<string>()];
    }

    [GeneratedRegex(@"TriageBot(\.\w+)*Tests(\.\w+)+")]
    private static partial Regex TestName();

    [GeneratedRegex(@"\bTP\d{3}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"^ +proof: \[.+\]$", RegexOptions.Multiline)]
    private static partial Regex ProofList();

    [GeneratedRegex(@"^ +cases:(?: \[(?<one>.+)\]|(?:\n +- (?<item>.+))+)$", RegexOptions.Multiline)]
    private static partial Regex CaseList();
}
