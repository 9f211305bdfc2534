namespace TriageBot.Language.Tests;

/// <summary>
/// Everyday talk of visits, meals, bills and ball games, in words that name symptoms elsewhere ("passed out flyers", "dropped her
/// phone", "can't come to lunch"): nobody is sent to hospital for it. Written by others than the author of the phrases.
/// </summary>
public class EverydayTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Everyday_talk_is_no_emergency(string language)
    {
        var texts = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", $"everyday-{language}.txt"));

        var taken = texts
            .Where(text => Understanding.Describe(Shipped.Reader, text, language).Floor == "emergency")
            .ToList();

        Assert.True(texts.Length > 200);
        Assert.True(taken.Count <= texts.Length / 100, string.Join('\n', taken));
    }
}
