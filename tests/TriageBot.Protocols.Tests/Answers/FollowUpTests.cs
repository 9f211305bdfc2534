using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Tests.Answers;

/// <summary>What an answer makes of what was said before.</summary>
public sealed class FollowUpTests
{
    private static readonly Protocol Protocol = Shipped.Kyphoplasty;

    [Fact]
    public void A_doubt_is_gone_where_its_finding_is_ticked_in_a_list()
    {
        var sheet = Doubt("cough").With("other-symptoms", new Answer.Selected(["cough"]));

        Assert.DoesNotContain(Heard(sheet), o => o.Polarity == Polarity.Unsure);
        Assert.Contains(Heard(sheet), o => o is { Finding: "cough", Polarity: Polarity.Present, Question: null });
    }

    [Fact]
    public void A_doubt_is_denied_where_another_finding_is_ticked_in_the_list()
    {
        var sheet = Doubt("cough").With("other-symptoms", new Answer.Selected(["rash"]));

        Assert.Contains(Heard(sheet), o => o is { Finding: "cough", Polarity: Polarity.Absent, Question: null });
    }

    [Fact]
    public void An_answer_without_a_meaning_leaves_the_doubt()
    {
        var sheet = Doubt("cough").With("other-symptoms", new Answer.Unsure());

        Assert.Contains(Heard(sheet), o => o is { Finding: "cough", Polarity: Polarity.Unsure });
    }

    [Fact]
    public void Where_it_is_numb_is_told_of_the_numbness_alone_and_not_of_what_was_denied_or_is_elsewhere()
    {
        var sheet = AnswerSheet
            .Empty.Hear([
                new Observation("numbness"),
                new Observation("tingling", Polarity.Absent),
                new Observation("weakness") { Where = Where.Face },
            ])
            .With("numb-where", new Answer.Chosen("both-legs"));

        Assert.Contains(Heard(sheet), o => o is { Finding: "numbness", Where: Where.BothLegs });
        Assert.Contains(Heard(sheet), o => o is { Finding: "tingling", Where: Where.Unknown });
        Assert.Contains(Heard(sheet), o => o is { Finding: "weakness", Where: Where.Face });
    }

    [Fact]
    public void The_same_as_always_is_settled_for_signs_that_the_question_speaks_of_and_for_no_other()
    {
        var same = new Observation("chest_pain") { Trend = Trend.Same };
        var sheet = AnswerSheet
            .Empty.Hear([same, same with { Finding = "cough" }, new Observation("weakness") { Trend = Trend.Worse }])
            .With("same-as-before", new Answer.Yes());

        Assert.Contains(Heard(sheet), o => o is { Finding: "chest_pain", When: When.BeforeProcedure });
        Assert.Contains(Heard(sheet), o => o is { Finding: "cough", When: When.Unknown });
        Assert.Contains(Heard(sheet), o => o is { Finding: "weakness", When: When.Unknown });
    }

    [Fact]
    public void The_option_that_was_chosen_reports_what_it_says_and_no_other_does()
    {
        var sheet = AnswerSheet.Empty.With("pain-where", new Answer.Chosen("ribs"));
        var told = Evidence.Of(Protocol, sheet).Observations.Where(o => o.Polarity == Polarity.Present);

        Assert.Equal(["rib_pain_severe"], told.Select(o => o.Finding));
    }

    [Fact]
    public void A_tick_denies_nothing_that_another_question_reported()
    {
        var sheet = AnswerSheet
            .Empty.With("red-flags-2", new Answer.Selected([]))
            .With("other-symptoms", new Answer.Selected(["weak-all-over"]));
        var weakness = Evidence.Of(Protocol, sheet).Observations.Where(o => o.Finding == "weakness").ToList();

        Assert.Contains(weakness, o => o is { Polarity: Polarity.Absent, Question: "red-flags-2" });
        Assert.Contains(weakness, o => o is { Polarity: Polarity.Present, Question: "other-symptoms" });
    }

    [Theory]
    [InlineData("stiff-neck", true)]
    [InlineData("fall", false)]
    public void A_rule_speaks_for_the_question_whose_doubt_it_names_and_for_no_other(string question, bool speaks)
    {
        var sheet = AnswerSheet.Empty.With("stiff-neck", new Answer.Unsure()).With("fall", new Answer.Unsure());
        var judge = new Judge(Protocol, sheet);
        var rule = Protocol.Rules.Single(rule => rule.Id == "not-sure-of-stiff-neck").When;

        Assert.Equal(speaks, judge.SpeaksFor(rule, question));
        Assert.Equal(speaks, judge.SpeaksFor(new Condition.Any([rule, Never]), question));
        Assert.Equal(speaks, judge.SpeaksFor(new Condition.All([rule, new Condition.Not(Never)]), question));
    }

    [Fact]
    public void A_clear_answer_needs_no_rule_to_speak_for_it_and_a_part_that_fails_speaks_for_nothing()
    {
        var clear = new Judge(Protocol, AnswerSheet.Empty.With("fall", new Answer.Yes()));
        var fall = new Condition.AnswerIs("fall", ["yes", "unsure"]);
        Assert.False(clear.SpeaksFor(fall, "fall"));

        var doubt = new Judge(Protocol, AnswerSheet.Empty.With("fall", new Answer.Unsure()));
        Assert.True(doubt.SpeaksFor(fall, "fall"));
        Assert.False(doubt.SpeaksFor(new Condition.Any([new Condition.All([Never, fall])]), "fall"));
    }

    private static Condition Never { get; } = new Condition.AnswerIs("procedure", ["kyphoplasty"]);

    private static AnswerSheet Doubt(string finding) =>
        AnswerSheet.Empty.Hear([new Observation(finding, Polarity.Unsure)]);

    private static IEnumerable<Observation> Heard(AnswerSheet sheet) =>
        Evidence.Of(Protocol, sheet).Observations.Where(o => o.Question is null);
}
