using System.Text.Json;

namespace TriageBot.Language.Tests;

/// <summary>Short texts are read once; nobody must notice.</summary>
public class KeptReadingTests
{
    private static readonly string[] texts = ["0", "1", "9", "no", "si", "yes", "38", "?", "", " ", "the", "los"];

    [Fact]
    public void A_short_text_is_read_the_same_every_time_and_in_each_language()
    {
        var reader = new PatientReader(Shipped.Lexicons, Shipped.Thresholds);
        for (var round = 0; round < 2; round++)
        {
            foreach (var text in texts)
            {
                foreach (var language in (string[])["en", "es"])
                {
                    var fresh = new PatientReader(Shipped.Lexicons, Shipped.Thresholds).Read(text, language);
                    Assert.Equal(
                        JsonSerializer.Serialize(fresh),
                        JsonSerializer.Serialize(reader.Read(text, language))
                    );
                }
            }
        }
    }

    [Fact]
    public void A_short_text_that_came_before_is_not_read_again()
    {
        var reader = new PatientReader(Shipped.Lexicons, Shipped.Thresholds);

        Assert.Same(reader.Read("no", "en"), reader.Read("no", "en"));
        Assert.NotSame(reader.Read("my back hurts", "en"), reader.Read("my back hurts", "en"));
    }

    [Fact]
    public void Only_so_many_texts_are_kept()
    {
        var reader = new PatientReader(Shipped.Lexicons, Shipped.Thresholds);
        for (var number = 0; number < 999; number++)
        {
            reader.Read($"{number}", "en");
        }

        Assert.NotSame(reader.Read("998", "en"), reader.Read("998", "en"));
        Assert.Equal(998, reader.Read("998", "en").Numbers.Single());
    }
}
