using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

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
            .Where(word => !lexicon.Forms.ContainsKey(word) && !lexicon.Grammar.Hesitations.Contains(word))
            .Select(word => (word, read: AsRead(word, lexicon)))
            .Where(pair => pair.read != pair.word)
            .Select(pair => $"{pair.word} -> {pair.read}");
        Assert.True(words.Length > 1000);
        Assert.Empty(corrected);
    }

    /// <summary>The word as the reader takes it, misspellings corrected by letters and by ear.</summary>
    private static string AsRead(string word, Lexicon lexicon) =>
        string.Join(
            ' ',
            Preparation.Prepare(Tokenizer.Cut(word), lexicon, correct: true, mostCorrections: 10).Select(t => t.Text)
        );

    [Theory]
    [InlineData("not")]
    [InlineData("cant")]
    [InlineData("without")]
    [InlineData("never")]
    [InlineData("dont")]
    [InlineData("couldnt")]
    [InlineData("havent")]
    [InlineData("hardly")]
    [InlineData("nothing")]
    [InlineData("neither")]
    [InlineData("know")]
    [InlineData("can")]
    public void No_negation_is_corrected_to_its_opposite(string word) =>
        Assert.Equal(word, AsRead(word, Shipped.Lexicons.Lexicons[0]));

    [Theory]
    [InlineData("my hart hurts", "chest_pain", "en")]
    [InlineData("cheat pain", "chest_pain", "en")]
    [InlineData("i cant breeth", "shortness_of_breath", "en")]
    [InlineData("my leg is noomb", "numbness", "en")]
    [InlineData("i have a feever", "fever", "en")]
    [InlineData("puss is coming out", "pus", "en")]
    [InlineData("swoolen ancle and kalf", "leg_swelling", "en")]
    [InlineData("me aogo", "shortness_of_breath", "es")]
    [InlineData("boi a bomitar sangre", "vomiting_blood", "es")]
    [InlineData("no ciento las piernas", "numbness", "es")]
    [InlineData("kiero una enfermera", "wants_nurse", "es")]
    [InlineData("tengo calentura i escalofrios", "chills", "es")]
    [InlineData("me duele el pexo", "chest_pain", "es")]
    [InlineData("la erida esta roja", "redness", "es")]
    public void A_word_written_by_ear_is_read(string text, string finding, string language) =>
        Assert.True(Shipped.Reader.Read(text, language).Has(finding), text);

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
