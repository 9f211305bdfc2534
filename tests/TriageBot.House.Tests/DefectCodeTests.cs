using System.Text.RegularExpressions;

namespace TriageBot.House.Tests;

/// <summary>Whoever reads a code in a report must find it in the documentation, and nothing there may be out of date.</summary>
public partial class DefectCodeTests
{
    [Fact]
    public void Every_code_of_a_defect_is_explained_and_every_explained_code_exists()
    {
        var used = Repository
            .Files("src", "*.cs")
            .SelectMany(file => InCode().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        var explained = Repository
            .Files("docs", "*.md")
            .SelectMany(file => Anywhere().Matches(File.ReadAllText(file)))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(used.Count > 80, $"only {used.Count} codes were found");
        Assert.Empty(used.Except(explained));
        Assert.Empty(explained.Except(used));
    }

    [Fact]
    public void Codes_of_protocols_and_texts_have_one_row_each_with_meaning_and_remedy()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "protocol-defects.md"));
        var rows = Row().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(rows.Distinct(), rows);
        var used = Repository
            .Files("src", "*.cs")
            .SelectMany(file => InCode().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(code => code[..2] is "TP" or "PH")
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(used.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"""((?:TP|PH|LX|WC|HZ)\d{3})""")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\b(?:TP|PH|LX|WC|HZ)\d{3}\b")]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"^\| ((?:TP|PH)\d{3}) \| [^|]{5,} \| .{4,} \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
