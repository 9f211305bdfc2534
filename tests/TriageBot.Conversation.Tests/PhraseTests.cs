using TriageBot.Conversation.Phrases;
using TriageBot.Protocols.Reading;

namespace TriageBot.Conversation.Tests;

public class PhraseTests
{
    private const int OnePart = 160;
    private const string Gsm7 =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static readonly string[] WordsOfACarrier =
    [
        "stop",
        "cancel",
        "end",
        "quit",
        "revoke",
        "remove",
        "unsubscribe",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Each_emergency_instruction_fits_one_text_message(string language)
    {
        var content = ShippedContent.Of(ShippedContent.Hospital);
        foreach (var instruction in content.FirstProtocol.Instructions)
        {
            var text = content
                .Phrases.In(language)
                .Say($"emergency.{instruction}", ("emergency", "911"), ("crisis", "988"));
            Assert.True(text.Length <= OnePart, $"{language} {instruction}: {text.Length} characters");
            Assert.Empty(text.Where(c => !Gsm7.Contains(c)).Select(c => $"{language} {instruction}: '{c}'"));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void The_opening_invites_a_word_that_says_that_all_is_well(string language)
    {
        var content = ShippedContent.Of(ShippedContent.Hospital);
        var phrases = content.Phrases.In(language);
        var word = phrases.Say("opening.fine");
        Assert.Contains($" {word}.", phrases.Say("q.opening"), StringComparison.Ordinal);
        Assert.Contains("all_well", ShippedContent.Reader.Read(word, language).Requests);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void An_emergency_instruction_begins_with_what_to_do(string language)
    {
        var content = ShippedContent.Of(ShippedContent.Hospital);
        var first = language == "en" ? "Call" : "Llame";
        foreach (var instruction in content.FirstProtocol.Instructions)
        {
            Assert.StartsWith(first, content.Phrases.In(language).Say($"emergency.{instruction}"));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_option_is_a_word_that_a_carrier_acts_on(string language)
    {
        var book = ShippedContent.Of(ShippedContent.Hospital).Phrases.In(language);
        var options = book
            .Keys.Where(key => key.Split('.').Length == 3)
            .Select(key => book.Say(key).ToLowerInvariant());
        Assert.Empty(options.Intersect(WordsOfACarrier));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_language_has_every_text(string language)
    {
        var phrases = ShippedContent.Of(ShippedContent.Hospital).Phrases;
        Assert.Empty(phrases.In("en").Keys.Except(phrases.In(language).Keys));
    }

    [Fact]
    public void All_mistakes_in_the_texts_are_found_at_once()
    {
        var folder = Directory.CreateTempSubdirectory("phrases").FullName;
        File.WriteAllText(Path.Combine(folder, "en.yaml"), "greeting: Hello {organization}\nempty: ''\n");
        File.WriteAllText(Path.Combine(folder, "es.yaml"), "greeting: Hola\ngreting: Hola\n");
        var defects = new List<Defect>();
        PhraseLibrary.Read(folder, [], defects);
        Directory.Delete(folder, true);

        Assert.Contains(defects, d => d is { Code: "PH004", File: "phrases/en.yaml", Line: 2 });
        Assert.Contains(defects, d => d is { Code: "PH006", File: "phrases/es.yaml", Line: 1 });
        Assert.Contains(defects, d => d is { Code: "PH005", File: "phrases/es.yaml", Line: 2 });
        Assert.Contains(
            defects,
            d => d.Code == "PH002" && d.Message.Contains("emergency.nurse", StringComparison.Ordinal)
        );
    }
}
