namespace TriageBot.Language.Tests;

public class UnderstandingTests
{
    /// <summary>Every file of <c>Data/</c>, so that a new set is judged as soon as it lies there.</summary>
    public static TheoryData<string> Sets =>
        [
            .. Directory
                .GetFiles(Path.Combine(AppContext.BaseDirectory, "Data"), "*.tsv")
                .Select(file => Path.GetFileName(file)!)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>What must hold for every set: the aims that the product publishes for texts that it has not seen.</summary>
    [Theory]
    [MemberData(nameof(Sets))]
    public void The_labelled_texts_are_understood(string file) =>
        Judge(Score.Of(Shipped.Reader, File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", file))));

    [Fact]
    public void The_evaluation_beside_the_repository_is_understood_where_it_is_there()
    {
        if (EvaluationFiles.Find("utterances.tsv") is { } file)
        {
            Judge(Score.Of(Shipped.Reader, File.ReadLines(file)));
        }
    }

    [Theory]
    [InlineData("no fever but chills", "yes_no", null)]
    [InlineData("yes", "yes_no", "yes")]
    [InlineData("idk", "yes_no", "unsure")]
    [InlineData("nope", "yes_no", "no")]
    [InlineData("between 6 and 7", "number", "7")]
    [InlineData("7/10", "number", "7")]
    [InlineData("i have chest pain", "floor", "emergency")]
    [InlineData("my site is sore", "floor", "selfcare")]
    [InlineData("thermometer says 1015", "floor", "callback")]
    [InlineData("good morning", "floor", "none")]
    [InlineData("me duele el pecho", "lang", "es")]
    [InlineData("my chest hurts", "lang", "en")]
    public void A_text_is_described(string text, string field, string? expected)
    {
        var read = Understanding.Describe(Shipped.Reader, text, "auto");
        var value = field switch
        {
            "yes_no" => read.YesNo,
            "number" => read.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "floor" => read.Floor,
            _ => read.Lang,
        };
        Assert.Equal(expected, value);
    }

    private static void Judge(Score score)
    {
        var faults = string.Join(Environment.NewLine, score.Faults);
        Assert.True(score.Rows > 20, "the set is empty");
        // A set of less than a hundred emergencies may keep the one text that no phrase should be bent to.
        Assert.True(
            score.EmergencyRecall >= 0.99 || score.EmergenciesMissed <= 1,
            $"emergency recall {score.EmergencyRecall:0.000}\n{faults}"
        );
        Assert.True(score.FalseEmergencies <= 0.02, $"false emergencies {score.FalseEmergencies:0.000}\n{faults}");
        Assert.True(score.CallbackRecall >= 0.97, $"calls that are needed {score.CallbackRecall:0.000}\n{faults}");
        Assert.True(
            score.CallbacksRaised <= 0.05,
            $"calls raised to emergencies {score.CallbacksRaised:0.000}\n{faults}"
        );
        Assert.True(score.F1 >= 0.93, $"F1 of findings {score.F1:0.000}\n{faults}");
        Assert.True(score.DeniedRecall >= 0.97, $"denied {score.DeniedRecall:0.000}\n{faults}");
        Assert.True(score.DeniedAsPresent == 0, $"denied findings read as present: {score.DeniedAsPresent}\n{faults}");
        Assert.True(score.Temperatures >= 1, $"temperatures {score.Temperatures:0.000}\n{faults}");
    }
}
