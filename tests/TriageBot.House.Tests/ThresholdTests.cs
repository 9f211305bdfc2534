using System.Text.RegularExpressions;

namespace TriageBot.House.Tests;

public partial class ThresholdTests
{
    /// <summary>Fever, in °C and °F, in code would be a second place to change it.</summary>
    [Fact]
    public void No_clinical_threshold_stands_in_code()
    {
        var offenders = Repository
            .Files("src", "*.cs")
            .Where(file => Fever().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Name);
        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"^(?!\s*///).*\b(38\.0|37\.5|100\.4)m?\b", RegexOptions.Multiline)]
    private static partial Regex Fever();
}
