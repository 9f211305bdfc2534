namespace TriageBot.Language.Tests;

public class CommonWordsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void No_everyday_word_is_corrected_to_another(string language)
    {
        var lexicon = Shipped.Lexicons.Lexicons.Single(l => l.Language == language);
        var words = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", $"common-{language}.txt"))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var corrected = words
            .Select(word => (word, meant: lexicon.Spelling.Correct(word)))
            .Where(pair => pair.meant is not null)
            .Select(pair => $"{pair.word} -> {pair.meant}");
        Assert.True(words.Length > 500);
        Assert.Empty(corrected);
    }

    [Theory]
    [InlineData("not")]
    [InlineData("cant")]
    [InlineData("without")]
    [InlineData("never")]
    [InlineData("dont")]
    public void No_negation_is_corrected_to_its_opposite(string word) =>
        Assert.Null(Shipped.Lexicons.Lexicons[0].Spelling.Correct(word));

    [Theory]
    [InlineData("\u0441hest pain", "chest_pain")]
    [InlineData("ch3st pain", "chest_pain")]
    [InlineData("c h e s t pain", "chest_pain")]
    [InlineData("my che st hurts", "chest_pain")]
    [InlineData("chestpain", "chest_pain")]
    [InlineData("icantbreathe", "shortness_of_breath")]
    [InlineData("my leg is nummmmb", "numbness")]
    [InlineData("chst pian", "chest_pain")]
    [InlineData("f3ver", "fever")]
    [InlineData("back pain isunbearable", "back_pain_severe")]
    public void A_disguised_word_is_read(string text, string finding) =>
        Assert.True(Shipped.Reader.Read(text, "en").Has(finding), text);

    [Theory]
    [InlineData("took 2tabs at 4pm")]
    [InlineData("room b12 at 3rd street")]
    public void What_is_no_word_in_disguise_stays_what_it_is(string text) =>
        Assert.Empty(Shipped.Reader.Read(text, "en").Mentions);
}
