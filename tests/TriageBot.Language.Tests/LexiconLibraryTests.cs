using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Tests;

public sealed class LexiconLibraryTests : IDisposable
{
    private const string Sound = """
        language: en
        words:
          leg: leg, legs
        findings:
          numbness:
            names:
              - numb <leg>
        """;

    private readonly string directory = Directory.CreateTempSubdirectory("lexicon").FullName;

    public LexiconLibraryTests() => Directory.CreateDirectory(Path.Combine(directory, "lexicon"));

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void The_shipped_lexicons_are_sound() =>
        Assert.Equal(["en", "es"], LexiconLibrary.Load(Shipped.Directory).Languages);

    [Fact]
    public void A_small_lexicon_reads_texts()
    {
        Write(Sound, "routes: {callback: [numbness]}");
        var reader = new PatientReader(LexiconLibrary.Load(directory), Shipped.Thresholds);
        Assert.True(reader.Read("numb legs", "en").Has("numbness"));
        Assert.Equal("callback", Understanding.Describe(reader, "numb leg", null).Floor);
    }

    [Fact]
    public void Words_that_stand_near_each_other_need_two_classes_that_are_defined()
    {
        Write(Sound.Replace("names", "near", StringComparison.Ordinal), "routes: {callback: [numbness]}");
        var defects = new List<Defect>();
        LexiconLibrary.Read(directory, defects);
        Assert.Equal(["LX006"], defects.Select(d => d.Code));
        Write(
            Sound
                .Replace("names", "near", StringComparison.Ordinal)
                .Replace("numb <leg>", "<leg> + <numb>", StringComparison.Ordinal),
            "routes: {callback: [numbness]}"
        );
        defects.Clear();
        LexiconLibrary.Read(directory, defects);
        Assert.Equal(["LX007"], defects.Select(d => d.Code));
        Write(
            Sound
                .Replace("names", "near", StringComparison.Ordinal)
                .Replace("numb <leg>", "<leg> + numb", StringComparison.Ordinal),
            "routes: {callback: [numbness]}"
        );
        var reader = new PatientReader(LexiconLibrary.Load(directory), Shipped.Thresholds);
        Assert.True(reader.Read("my legs, how to put it, are numb", "en").Has("numbness"));
    }

    [Fact]
    public void All_mistakes_are_reported_at_once_with_file_line_and_code()
    {
        Write(
            """
            language: en
            findigs: {}
            words:
              leg: leg, legs
            findings:
              numness:
                names: [numb]
              numbness:
                names:
                  - numb <foot>
                  - numb (leg
                  - dead leg
                  - dead leg
                  - (dead)?
                where: knee
                wher: limb
            context:
              denys: [no]
            numbers:
              values:
                one: one
            """,
            "routes:\n  emergency: [chest_pian]"
        );
        var defects = new List<Defect>();
        LexiconLibrary.Read(directory, defects);
        var found = defects.Select(d => $"{d.File}:{d.Line} {d.Code}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            [
                "lexicon/en.yaml:10 LX007",
                "lexicon/en.yaml:11 LX006",
                "lexicon/en.yaml:13 LX008",
                "lexicon/en.yaml:14 LX009",
                "lexicon/en.yaml:15 LX005",
                "lexicon/en.yaml:16 LX003",
                "lexicon/en.yaml:18 LX012",
                "lexicon/en.yaml:2 LX003",
                "lexicon/en.yaml:21 LX011",
                "lexicon/en.yaml:6 LX004",
                "red-flags.yaml:2 LX004",
            ],
            found
        );
        Assert.Equal(
            defects.Count,
            Assert.Throws<DefectiveDataException>(() => LexiconLibrary.Load(directory)).Defects.Count
        );
    }

    [Fact]
    public void A_phrase_that_finds_something_in_a_harmless_text_is_a_mistake()
    {
        Write(Sound + "\nharmless-texts:\n  - my numb leg of lamb", "{}");
        var defect = Assert.Single(Assert.Throws<DefectiveDataException>(() => LexiconLibrary.Load(directory)).Defects);
        Assert.Equal("lexicon/en.yaml:9 LX010", $"{defect.File}:{defect.Line} {defect.Code}");
    }

    [Fact]
    public void A_phrase_whose_words_a_harmless_one_takes_is_a_mistake()
    {
        Write(Sound + "\nharmless:\n  - numb (leg|legs)", "{}");
        var defects = new List<Defect>();
        LexiconLibrary.CheckEveryPhrase(directory, defects);
        var defect = Assert.Single(defects);
        Assert.Equal("lexicon/en.yaml:7 LX014", $"{defect.File}:{defect.Line} {defect.Code}");
    }

    [Fact]
    public void Every_shipped_phrase_can_be_heard()
    {
        var defects = new List<Defect>();
        LexiconLibrary.CheckEveryPhrase(Shipped.Directory, defects);
        Assert.True(defects.Count == 0, string.Join(Environment.NewLine, defects));
    }

    [Fact]
    public void What_is_no_YAML_is_reported()
    {
        Write("language: [", "{}");
        Assert.Contains(
            Assert.Throws<DefectiveDataException>(() => LexiconLibrary.Load(directory)).Defects,
            d => d.Code == "LX001"
        );
    }

    [Fact]
    public void A_directory_without_lexicons_is_reported()
    {
        var defects = Assert.Throws<DefectiveDataException>(() => LexiconLibrary.Load(directory)).Defects;
        Assert.Contains(defects, d => d.Code == "LX013");
        Assert.Contains(defects, d => d is { Code: "LX002", File: "red-flags.yaml" });
    }

    private void Write(string lexicon, string redFlags)
    {
        File.WriteAllText(Path.Combine(directory, "lexicon", "en.yaml"), lexicon);
        File.WriteAllText(Path.Combine(directory, "red-flags.yaml"), redFlags);
    }
}
