using TriageBot.Protocols.Tests.Reading;
using Xunit.Abstractions;

namespace TriageBot.Protocols.Tests.Schemas;

/// <summary>The JSON Schemas that editors use accept what is shipped, and see the mistakes that a schema can see.</summary>
[Trait("Run", "exhaustive")]
public sealed class SchemaTests(ITestOutputHelper output)
{
    /// <summary>Mistakes of form; the others need the whole protocol, and the loader alone finds them.</summary>
    private static readonly string[] Visible =
    [
        "TP002",
        "TP003",
        "TP007",
        "TP008",
        "TP018",
        "TP019",
        "TP020",
        "TP021",
        "TP022",
        "TP026",
        "TP027",
        "TP031",
        "TP037",
    ];

    [Fact]
    public void Every_shipped_file_that_names_a_schema_fits_it()
    {
        if (Check() is not { } check)
        {
            return;
        }

        Assert.True(check.ExitCode == 0, check.Output);
        Assert.DoesNotContain("\n0 files checked", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_sees_mistakes_of_form()
    {
        using var directory = new TemporaryDirectory();
        var broken = DefectTests
            .Mistakes.Select(row => ((object[])row).Cast<string>().ToArray())
            .Where(row => Visible.Contains(row[0]) && row[1] != "about: back_pain_severe")
            .Select((row, i) => (Name: $"{row[0]}-{i}.yaml", Text: Sample.Break(Sample.Text, row[1], row[2])))
            .Append((Name: "sound.yaml", Sample.Text))
            .ToList();
        var schema = Path.Combine(Shipped.Root, "dialogs", "schema", "protocol.json");
        foreach (var (name, text) in broken)
        {
            directory.Write(name, $"# yaml-language-server: $schema={schema}\n{text}");
        }

        if (Check([.. broken.Select(file => Path.Combine(directory.Path, file.Name))]) is not { } check)
        {
            return;
        }

        var overlooked = broken
            .Select(file => file.Name)
            .Where(name => !check.Output.Contains($"{name}: ", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(["sound.yaml"], overlooked);
    }

    private (int ExitCode, string Output)? Check(params string[] files)
    {
        var check = NodeProgram.Check(out var problem, files);
        if (check is null)
        {
            Assert.False(NodeProgram.IsRequired, problem);
            output.WriteLine($"passed over: {problem}");
        }

        return check;
    }
}
