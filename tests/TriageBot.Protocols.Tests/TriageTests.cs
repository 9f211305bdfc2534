using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Tests.Reading;

namespace TriageBot.Protocols.Tests;

public sealed class TriageTests
{
    [Fact]
    public void An_empty_sheet_starts_from_a_nurse_calls_you()
    {
        var assessment = Triage.Assess(Shipped.Kyphoplasty, AnswerSheet.Empty);

        Routes.Expect("callback 1h", assessment);
        Assert.Empty(assessment.Reasons);
        Assert.False(assessment.NeedsCase);
    }

    [Fact]
    public void The_most_urgent_rule_wins_and_stands_first()
    {
        var assessment = CheckIn.AllClear.Say("redness").Say("leg_swelling").Play();

        Routes.Expect("callback 1h", assessment);
        Assert.Equal(["swollen-calf", "site-redness"], assessment.Reasons.Select(reason => reason.Rule.Id));
    }

    [Fact]
    public void An_answer_that_no_rule_speaks_of_and_that_was_not_understood_is_never_self_care()
    {
        // The sample has no rule for a fever question that could not be read.
        var protocol = Assert.Single(Sample.Read(Sample.Text).Library.Protocols);
        var sheet = AnswerSheet.Empty.With("alarm", new Answer.Selected([])).With("fever", new Answer.NotRead());
        var assessment = Triage.Assess(protocol, sheet);

        Assert.Null(assessment.Next);
        Routes.Expect("callback 1h", assessment);
        Assert.True(assessment.NeedsCase);
        var milder = sheet.With("score", new Answer.Scale(9));
        Routes.Expect("callback 1h", Triage.Assess(protocol, milder));
    }

    [Fact]
    public void Urgency_rises_from_self_care_over_later_and_sooner_calls_to_emergency()
    {
        var later = new Disposition(Route.Callback, TimeSpan.FromHours(4));
        var sooner = new Disposition(Route.Callback, TimeSpan.FromHours(1));
        Disposition[] rising = [Disposition.SelfCare, later, sooner, new(Route.Emergency)];

        Assert.Equal(rising, rising.Reverse().Order());
        Assert.True(later < sooner && sooner > later && later <= sooner && sooner >= later);
        Assert.Equal(sooner, Disposition.Max(later, sooner));
        Assert.Equal(sooner, Disposition.Max(sooner, later));
        Assert.True(later.CompareTo(null) > 0);
    }

    [Fact]
    public void Kyphoplasty_and_vertebroplasty_share_their_questions_and_rules()
    {
        var vertebroplasty = Shipped.Library.Find("vertebroplasty")!;

        Assert.Equal(
            Shipped.Kyphoplasty.Questions.Select(question => question.Id),
            vertebroplasty.Questions.Select(question => question.Id)
        );
        Assert.Equal(Shipped.Kyphoplasty.Rules.Select(r => r.Id), vertebroplasty.Rules.Select(r => r.Id));
        Assert.All(Shipped.Library.Protocols, protocol => Assert.Equal(ReviewStatus.Draft, protocol.Review.Status));
    }

    [Fact]
    public void A_finding_that_is_denied_needs_nobody()
    {
        var denied = new Observation("chest_pain", Polarity.Absent);

        Routes.Expect("selfcare", CheckIn.AllClear.Say(denied).Play());
    }
}
