namespace TriageBot.Language.Tests;

/// <summary>
/// Sayings, written down class by class (what part of the body, what ails it, who writes, what is asked), and the route that
/// each needs. They say nothing of findings; the labelled sets do.
/// </summary>
public class SayingsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Sayings_are_routed(string language)
    {
        var sayings = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", $"sayings-{language}.txt"))
            .Select(line => line.Split('\t'))
            .Select(row => (Need: row[0], Text: row[1], Understanding.Describe(Shipped.Reader, row[1], language).Floor))
            .ToList();
        var missed = sayings.Where(s => s.Need == "emergency" && s.Floor != "emergency").ToList();
        var invented = sayings.Where(s => s.Need == "none" && s.Floor == "emergency").ToList();
        var unheard = sayings.Where(s => s.Need == "callback" && s.Floor is not ("callback" or "emergency")).ToList();
        var faults = string.Join(Environment.NewLine, missed.Concat(invented).Concat(unheard));
        Assert.True(missed.Count <= 0.02 * sayings.Count(s => s.Need == "emergency"), faults);
        Assert.True(invented.Count <= 0.02 * sayings.Count(s => s.Need == "none"), faults);
        Assert.True(unheard.Count <= 0.03 * sayings.Count(s => s.Need == "callback"), faults);
    }
}
