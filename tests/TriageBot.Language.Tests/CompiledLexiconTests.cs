using TriageBot.Language.Lexicons;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Tests;

public sealed class CompiledLexiconTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("lexicon").FullName;

    public CompiledLexiconTests()
    {
        Directory.CreateDirectory(Path.Combine(directory, "lexicon"));
        foreach (var file in new[] { "red-flags.yaml", "lexicon/en.yaml", "lexicon/es.yaml" })
        {
            File.Copy(Path.Combine(Shipped.Directory, file), Path.Combine(directory, file));
        }
    }

    private string Compiled => Path.Combine(directory, CompiledPhrases.FileName);

    private string English => Path.Combine(directory, "lexicon", "en.yaml");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_text_is_read_as_if_nothing_had_been_compiled(string language)
    {
        LexiconLibrary.Compile(directory);
        var lexicons = LexiconLibrary.Load(directory);
        Assert.True(lexicons.IsPrecompiled);
        Assert.False(Shipped.Lexicons.IsPrecompiled);
        var reader = new PatientReader(lexicons, Shipped.Thresholds);
        var texts = LabelledTexts.Emergencies(language);
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Equal(Told(Shipped.Reader, text), Told(reader, text)));

        string Told(PatientReader by, string text) =>
            string.Join('|', by.Read(text, language).Mentions)
            + string.Join('|', by.Read(text, language).Requests)
            + by.Read(text, language).YesNo;
    }

    [Fact]
    public void A_phrase_that_was_added_later_is_heard()
    {
        const string Text = "frobbly wobbly";
        LexiconLibrary.Compile(directory);
        Assert.Empty(new PatientReader(LexiconLibrary.Load(directory), Shipped.Thresholds).Read(Text, "en").Mentions);
        var lexicon = File.ReadAllText(English);
        const string Names = "\n  itch:\n    names:\n";
        Assert.Contains(Names, lexicon, StringComparison.Ordinal);
        File.WriteAllText(English, lexicon.Replace(Names, $"{Names}      - {Text}\n", StringComparison.Ordinal));
        var changed = LexiconLibrary.Load(directory);
        Assert.False(changed.IsPrecompiled);
        Assert.True(new PatientReader(changed, Shipped.Thresholds).Read(Text, "en").Has("itch"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(70)]
    [InlineData(100_000)]
    [InlineData(-1)]
    public void A_file_with_one_wrong_byte_is_not_taken(int at)
    {
        LexiconLibrary.Compile(directory);
        var content = File.ReadAllBytes(Compiled);
        content[at < 0 ? ^1 : at] ^= 1;
        File.WriteAllBytes(Compiled, content);
        Assert.False(LexiconLibrary.Load(directory).IsPrecompiled);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(100_000)]
    public void A_file_that_breaks_off_is_not_taken(int length)
    {
        LexiconLibrary.Compile(directory);
        File.WriteAllBytes(Compiled, File.ReadAllBytes(Compiled)[..length]);
        Assert.False(LexiconLibrary.Load(directory).IsPrecompiled);
    }

    [Fact]
    public void A_language_that_was_taken_away_is_gone()
    {
        LexiconLibrary.Compile(directory);
        File.Delete(Path.Combine(directory, "lexicon", "es.yaml"));
        Assert.Equal(["en"], LexiconLibrary.Load(directory).Languages);
    }

    [Fact]
    public void Lexicons_with_a_mistake_are_not_compiled()
    {
        File.AppendAllText(English, "\nunheard-of: yes\n");
        var defects = Assert.Throws<DefectiveDataException>(() => LexiconLibrary.Compile(directory)).Defects;
        Assert.Equal(["LX003"], defects.Select(defect => defect.Code));
        Assert.False(File.Exists(Compiled));
    }
}
