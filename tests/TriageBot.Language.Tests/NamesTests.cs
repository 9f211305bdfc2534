namespace TriageBot.Language.Tests;

/// <summary>Patients say who they are. No name is taken for a misspelt symptom: "Hi this is Angelina" is no angina.</summary>
public class NamesTests
{
    [Theory]
    [InlineData("en", "Hi this is {0}")]
    [InlineData("en", "my name is {0}")]
    [InlineData("en", "this is {0} again, thank you")]
    [InlineData("es", "soy {0}")]
    [InlineData("es", "hola habla {0}")]
    [InlineData("es", "me llamo {0}")]
    public void A_name_is_no_symptom(string language, string frame)
    {
        var names = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", $"names-{language}.txt"))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        var taken = names
            .Select(name => string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, name))
            .Select(text => (text, read: Understanding.Describe(Shipped.Reader, text, language)))
            .Where(pair => pair.read.Floor != "none" || pair.read.Findings.Any())
            .Select(pair => $"{pair.text}: {string.Join(", ", pair.read.Findings)} {pair.read.Floor}");

        Assert.True(names.Length > 200);
        Assert.Empty(taken);
    }
}
