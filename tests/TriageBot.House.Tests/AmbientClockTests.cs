using System.Text.RegularExpressions;

namespace TriageBot.House.Tests;

public partial class AmbientClockTests
{
    [Fact]
    public void No_code_reads_an_ambient_clock_or_sleeps()
    {
        var offenders = Repository
            .Files("src", "*.cs")
            .Concat(Repository.Files("tests", "*.cs"))
            .Where(file => Path.GetFileName(file) != "AmbientClockTests.cs")
            .Where(file => Ambient().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Name);
        Assert.Empty(offenders);
    }

    [Fact]
    public void The_analyzer_that_bans_them_is_not_silenced()
    {
        var offenders = Repository
            .Files("src", "*.cs")
            .Where(file => File.ReadAllText(file).Contains("RS0030", StringComparison.Ordinal))
            .Select(Repository.Name);
        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Thread\.Sleep|Random\.Shared")]
    private static partial Regex Ambient();
}
