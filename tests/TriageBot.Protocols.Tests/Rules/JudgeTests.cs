using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Tests.Rules;

public sealed class JudgeTests
{
    private static readonly Condition Fever = new Condition.Has(["fever"], Polarity.Present, Currency.SinceProcedure);
    private static readonly Condition Cough = new Condition.Has(["cough"], Polarity.Present, Currency.SinceProcedure);

    [Fact]
    public void All_needs_every_part_and_any_needs_one()
    {
        var sheet = AnswerSheet.Empty.Hear([new Observation("fever")]);

        Assert.False(Holds(new Condition.All([Fever, Cough]), sheet));
        Assert.True(Holds(new Condition.Any([Fever, Cough]), sheet));
        Assert.True(Holds(new Condition.Not(Cough), sheet));
        Assert.True(Holds(new Condition.All([]), sheet));
        Assert.False(Holds(new Condition.Any([]), sheet));
    }

    [Fact]
    public void A_condition_speaks_for_a_question_by_naming_its_not_sure()
    {
        var sheet = AnswerSheet.Empty.With("fever", new Answer.Unsure()).With("rash", new Answer.Yes());
        var judge = new Judge(Shipped.Kyphoplasty, sheet);
        var names = new Condition.AnswerIs("fever", ["unsure"]);

        Assert.True(judge.SpeaksFor(names, "fever"));
        Assert.True(judge.SpeaksFor(new Condition.All([Cough, names]), "fever"));
        Assert.True(judge.SpeaksFor(new Condition.Any([Cough, names]), "fever"));
        Assert.False(judge.SpeaksFor(names, "rash"));
        Assert.False(judge.SpeaksFor(new Condition.AnswerIs("fever", ["no"]), "fever"));
        Assert.False(judge.SpeaksFor(new Condition.AnswerIs("rash", ["yes"]), "rash"));
        Assert.False(judge.SpeaksFor(Cough, "fever"));
    }

    [Fact]
    public void A_part_that_does_not_hold_speaks_for_nothing()
    {
        var judge = new Judge(Shipped.Kyphoplasty, AnswerSheet.Empty.With("fever", new Answer.NotRead()));
        var both = new Condition.All([Cough, new Condition.AnswerIs("fever", ["not-read"])]);

        Assert.False(judge.SpeaksFor(new Condition.Any([both, Cough]), "fever"));
    }

    [Fact]
    public void A_condition_on_an_answer_knows_each_kind_of_answer()
    {
        Assert.True(Says(new Answer.Yes(), "yes"));
        Assert.True(Says(new Answer.No(), "no"));
        Assert.True(Says(new Answer.Unsure(), "unsure"));
        Assert.True(Says(new Answer.NotRead(), "not-read"));
        Assert.True(Says(Answer.NotAsked.Instance, "not-asked"));
        Assert.True(Says(new Answer.NoThermometer(), "no-thermometer"));
        Assert.True(Says(new Answer.Selected([]), "none"));
        Assert.True(Says(new Answer.Selected(["a", "b"]), "b"));
        Assert.True(Says(new Answer.Chosen("b"), "b"));
        Assert.False(Says(new Answer.Selected(["a"]), "none"));
        Assert.False(Says(new Answer.Unsure(), "no"));
        Assert.False(Says(new Answer.NotRead(), "no"));
        Assert.False(Says(new Answer.Words("yes"), "yes"));
    }

    [Fact]
    public void One_observation_has_to_carry_all_attributes()
    {
        var worseAtTheSite = new Condition.Has(["incision_pain"], Polarity.Present, Currency.SinceProcedure)
        {
            Where = [Where.Site],
            Trend = [Trend.Worse],
        };
        var site = new Observation("incision_pain") { Where = Where.Site };
        var worse = new Observation("incision_pain") { Trend = Trend.Worse };

        Assert.False(Holds(worseAtTheSite, AnswerSheet.Empty.Hear([site, worse])));
        Assert.True(Holds(worseAtTheSite, AnswerSheet.Empty.Hear([site with { Trend = Trend.Worse }])));
    }

    [Fact]
    public void A_condition_that_names_nobody_is_about_the_patient()
    {
        var others = AnswerSheet.Empty.Hear([new Observation("fever") { Who = Who.Other }]);

        Assert.False(Holds(Fever, others));
        Assert.True(Holds((Condition.Has)Fever with { Who = [Who.Other] }, others));
    }

    [Theory]
    [InlineData(37.9, false)]
    [InlineData(38.0, true)]
    [InlineData(38.9, true)]
    [InlineData(39.0, false)]
    public void At_least_is_inclusive_and_below_exclusive(double celsius, bool holds)
    {
        var reading = new Observation("temperature") { Celsius = (decimal)celsius };

        Assert.Equal(holds, Holds(new Condition.TemperatureIs(38.0m, 39.0m), AnswerSheet.Empty.Hear([reading])));
    }

    [Fact]
    public void No_reading_lies_in_no_range()
    {
        Assert.False(Holds(new Condition.TemperatureIs(null, 50m), AnswerSheet.Empty));
    }

    [Fact]
    public void A_scale_is_compared_by_number()
    {
        var sheet = AnswerSheet.Empty.With("pain-scale", new Answer.Scale(7));

        Assert.True(Holds(new Condition.ScaleIs("pain-scale", 7, null), sheet));
        Assert.False(Holds(new Condition.ScaleIs("pain-scale", null, 7), sheet));
        Assert.False(Holds(new Condition.ScaleIs("pain-scale", 0, 11), AnswerSheet.Empty));
    }

    [Fact]
    public void A_fact_is_known_or_has_a_value()
    {
        var sheet = AnswerSheet.Empty.Knowing("blood_thinner", "yes");

        Assert.True(Holds(new Condition.FactIs("blood_thinner", []), sheet));
        Assert.True(Holds(new Condition.FactIs("blood_thinner", ["yes"]), sheet));
        Assert.False(Holds(new Condition.FactIs("blood_thinner", ["no"]), sheet));
        Assert.False(Holds(new Condition.FactIs("procedure", []), sheet));
    }

    private static bool Says(Answer answer, string word) =>
        Holds(new Condition.AnswerIs("question", [word]), AnswerSheet.Empty.With("question", answer));

    private static bool Holds(Condition condition, AnswerSheet sheet) =>
        new Judge(Shipped.Kyphoplasty, sheet).Holds(condition);
}
