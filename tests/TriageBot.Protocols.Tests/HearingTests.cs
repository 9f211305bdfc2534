using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Tests;

/// <summary>What a text does to follow-ups that were answered before it came.</summary>
public sealed class HearingTests
{
    private static readonly Observation ChestPainAsAlways = new("chest_pain") { Trend = Trend.Same };

    [Fact]
    public void New_doubt_opens_the_follow_up_that_was_answered_no()
    {
        var sheet = Answered("stiff-neck", new Answer.No());

        Assert.IsType<Answer.NotAsked>(Hear(sheet, new Observation("stiff_neck", Polarity.Unsure))["stiff-neck"]);
    }

    [Fact]
    public void What_the_follow_up_does_not_settle_leaves_its_answer()
    {
        var sheet = Answered("stiff-neck", new Answer.No());

        Assert.IsType<Answer.No>(Hear(sheet, new Observation("cough"))["stiff-neck"]);
        Assert.IsType<Answer.No>(Hear(sheet, new Observation("chest_pain", Polarity.Unsure))["stiff-neck"]);
    }

    [Theory]
    [InlineData(Who.Other, When.Unknown)]
    [InlineData(Who.Patient, When.Hypothetical)]
    public void Doubt_about_somebody_else_or_a_what_if_leaves_the_answer(Who who, When when)
    {
        var sheet = Answered("stiff-neck", new Answer.No());
        var doubt = new Observation("stiff_neck", Polarity.Unsure) { Who = who, When = when };

        Assert.IsType<Answer.No>(Hear(sheet, doubt)["stiff-neck"]);
    }

    [Fact]
    public void A_finding_as_always_opens_whether_it_was_there_before_again()
    {
        var sheet = Hear(AnswerSheet.Empty, ChestPainAsAlways).With("same-as-before", new Answer.Yes());
        var again = new Observation("shortness_of_breath") { Trend = Trend.Same };

        Assert.IsType<Answer.NotAsked>(Hear(sheet, again)["same-as-before"]);
    }

    [Fact]
    public void Only_the_patients_own_finding_as_always_opens_it()
    {
        var sheet = Hear(AnswerSheet.Empty, ChestPainAsAlways).With("same-as-before", new Answer.Yes());

        Assert.IsType<Answer.Yes>(Hear(sheet, new Observation("cough"))["same-as-before"]);
        Assert.IsType<Answer.Yes>(Hear(sheet, new Observation("chest_pain"))["same-as-before"]);
        Assert.IsType<Answer.Yes>(Hear(sheet, new Observation("cough") { Trend = Trend.Same })["same-as-before"]);
        var others = new Observation("fainting") { Trend = Trend.Same, Who = Who.Other };
        Assert.IsType<Answer.Yes>(Hear(sheet, others)["same-as-before"]);
    }

    [Fact]
    public void Numbness_whose_place_is_told_leaves_where_as_it_was_answered()
    {
        var sheet = Hear(AnswerSheet.Empty, new Observation("numbness"))
            .With("numb-where", new Answer.Chosen("at-the-cut"));

        var placed = new Observation("numbness") { Where = Where.Site, Trend = Trend.Worse };
        Assert.IsType<Answer.Chosen>(Hear(sheet, placed)["numb-where"]);
        Assert.IsType<Answer.Chosen>(Hear(sheet, new Observation("cough"))["numb-where"]);
        var others = new Observation("numbness") { Who = Who.Other };
        Assert.IsType<Answer.Chosen>(Hear(sheet, others)["numb-where"]);
    }

    [Fact]
    public void An_answer_that_holds_the_route_up_stays()
    {
        var sheet = Hear(AnswerSheet.Empty, new Observation("numbness"))
            .With("numb-where", new Answer.Chosen("both-legs"));

        var more = Hear(sheet, new Observation("numbness") { Trend = Trend.Worse });

        Assert.Equal(new Answer.Chosen("both-legs"), more["numb-where"]);
    }

    [Fact]
    public void Doubt_about_a_list_that_was_answered_belongs_to_that_list()
    {
        var sheet = Answered("incision", new Answer.Selected([]));

        Assert.Equal("incision", Hear(sheet, new Observation("redness", Polarity.Unsure)).Heard[^1].Question);
        Assert.Null(Hear(sheet, new Observation("redness")).Heard[^1].Question);
        Assert.Null(Hear(sheet, new Observation("cough", Polarity.Unsure)).Heard[^1].Question);
    }

    private static AnswerSheet Answered(string question, Answer answer) => AnswerSheet.Empty.With(question, answer);

    private static AnswerSheet Hear(AnswerSheet sheet, Observation said) =>
        Script.Hear(Shipped.Kyphoplasty, sheet, [said]);
}
