namespace TriageBot.Language.Tests;

/// <summary>What is harmless and stands in a sentence of its own must not silence an emergency beside it.</summary>
public class PairsTests
{
    private const int Pairs = 2000;

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void A_harmless_sentence_silences_no_emergency(string language)
    {
        var random = new Random(11);
        var emergencies = LabelledTexts.Emergencies(language);
        var harmless = LabelledTexts.Harmless(language);
        var silenced = new List<string>();
        for (var i = 0; i < Pairs; i++)
        {
            var emergency = emergencies[random.Next(emergencies.Length)];
            var other = harmless[random.Next(harmless.Length)];
            var text = i % 2 == 0 ? $"{Bare(emergency)}. {other}" : $"{Bare(other)}. {emergency}";
            if (Understanding.Describe(Shipped.Reader, text, language).Floor != "emergency")
            {
                silenced.Add(text);
            }
        }

        // Some harmless texts are denials, and deny what is said before them.
        Assert.True(silenced.Count <= Pairs / 100, string.Join(Environment.NewLine, silenced));

        static string Bare(string text) => text.TrimEnd(' ', '.', '!', '?');
    }
}
