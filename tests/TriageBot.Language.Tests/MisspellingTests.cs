namespace TriageBot.Language.Tests;

/// <summary>The labelled texts again, each with one slip of the finger in a longer word.</summary>
public class MisspellingTests
{
    private const int Seed = 7;
    private const int ShortestWord = 5;
    private const string Letters = "aeiourstn";

    [Theory]
    [InlineData("english.tsv")]
    [InlineData("english-2.tsv")]
    [InlineData("english-3.tsv")]
    [InlineData("english-4.tsv")]
    [InlineData("english-5.tsv")]
    [InlineData("spanish.tsv")]
    [InlineData("spanish-2.tsv")]
    public void A_slip_in_one_word_rarely_changes_what_is_understood(string file)
    {
        var random = new Random(Seed);
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", file))
            .Select(line => WithSlip(line, random));
        var score = Score.Of(Shipped.Reader, rows);
        var faults = string.Join(Environment.NewLine, score.Faults);
        Assert.True(score.EmergencyRecall >= 0.93, $"emergency recall {score.EmergencyRecall:0.000}\n{faults}");
        Assert.True(score.FalseEmergencies <= 0.02, $"false emergencies {score.FalseEmergencies:0.000}\n{faults}");
        Assert.True(score.F1 >= 0.93, $"F1 of findings {score.F1:0.000}\n{faults}");
    }

    [Theory]
    [InlineData("count your blessings")]
    [InlineData("fewer people came")]
    [InlineData("we played chess")]
    [InlineData("they cheat at cards")]
    [InlineData("good breeding")]
    [InlineData("a dumb idea")]
    [InlineData("the painter came by")]
    [InlineData("la camisa nueva")]
    [InlineData("compré un libro sagrado")]
    public void An_ordinary_word_is_never_corrected_into_a_symptom(string text) =>
        Assert.Empty(Shipped.Reader.Read(text, "en").Mentions);

    private static string WithSlip(string line, Random random)
    {
        var fields = line.Split('\t');
        if (fields.Length < 3 || fields[0] == "id")
        {
            return line;
        }

        var words = fields[2].Split(' ');
        var longer = Enumerable
            .Range(0, words.Length)
            .Where(i => words[i].Length >= ShortestWord && words[i].All(char.IsLetter))
            .ToList();
        if (longer.Count > 0)
        {
            var i = longer[random.Next(longer.Count)];
            words[i] = Slip(words[i], random);
        }

        fields[2] = string.Join(' ', words);
        return string.Join('\t', fields);
    }

    private static string Slip(string word, Random random)
    {
        var at = random.Next(1, word.Length - 1);
        return random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            2 => word.Insert(at, word[at].ToString()),
            _ => word.Insert(at, Letters[random.Next(Letters.Length)].ToString()),
        };
    }
}
