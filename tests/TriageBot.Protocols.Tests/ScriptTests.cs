using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Tests.Reading;

namespace TriageBot.Protocols.Tests;

public sealed class ScriptTests
{
    private static readonly string[] FirstList =
    [
        "chest_pain",
        "shortness_of_breath",
        "fainting",
        "confusion",
        "face_droop",
        "seizure",
    ];

    [Fact]
    public void The_opening_comes_first()
    {
        Assert.Equal("opening", NextOf(AnswerSheet.Empty));
    }

    [Fact]
    public void An_emergency_list_is_left_out_only_when_each_of_its_findings_was_denied()
    {
        var denied = Opened.Hear(FirstList.Select(id => new Observation(id, Polarity.Absent)));
        Assert.Equal("red-flags-1", NextOf(denied));

        var all = denied.Hear([new Observation("allergic_reaction", Polarity.Absent)]);
        Assert.Equal("red-flags-2", NextOf(all));
    }

    [Theory]
    [InlineData(When.Hypothetical, Who.Patient)]
    [InlineData(When.Unknown, Who.Other)]
    public void Only_the_patients_own_words_of_today_leave_a_question_out(When when, Who who)
    {
        var denied = FirstList
            .Append("allergic_reaction")
            .Select(id => new Observation(id, Polarity.Absent) { When = when, Who = who });

        Assert.Equal("red-flags-1", NextOf(Opened.Hear(denied)));
    }

    [Fact]
    public void A_denial_that_leaves_doubt_beside_it_leaves_nothing_out()
    {
        var denied = FirstList.Append("allergic_reaction").Select(id => new Observation(id, Polarity.Absent));
        var sheet = Opened.Hear(denied).Hear([new Observation("fainting", Polarity.Unsure)]);

        Assert.Equal("red-flags-1", NextOf(sheet));
    }

    [Fact]
    public void No_fever_no_chills_settles_the_fever_question()
    {
        var checkIn = CheckIn.AllClear.Say(
            new Observation("fever", Polarity.Absent),
            new Observation("chills", Polarity.Absent)
        );
        checkIn.Play();

        Assert.DoesNotContain("fever", checkIn.Asked);
    }

    [Fact]
    public void A_fever_told_twice_settles_the_fever_question_as_well()
    {
        var checkIn = CheckIn.AllClear.Say(
            new Observation("fever"),
            new Observation("fever") { Severity = Severity.Mild },
            new Observation("chills", Polarity.Absent)
        );
        checkIn.Play();

        Assert.DoesNotContain("fever", checkIn.Asked);
    }

    [Fact]
    public void Of_two_facts_in_a_question_both_must_be_known_to_leave_it_out()
    {
        var text = Sample.Break(Sample.Text, "kind: scale", "kind: text\n        asks: [name, phone]");
        text = Sample.Break(text, "when: { scale: score, at-least: severe-pain }", "when: { has: back_pain_severe }");
        var protocol = Assert.Single(Sample.Read(text).Library.Protocols);
        var name = AnswerSheet.Empty.Knowing("name", "Ann");

        Assert.False(IsSettled(name));
        Assert.True(IsSettled(name.Knowing("phone", "+15555550123")));

        bool IsSettled(AnswerSheet sheet) =>
            Script.IsSettled(protocol.Find("score")!, sheet, Evidence.Of(protocol, sheet));
    }

    [Fact]
    public void Not_being_weak_all_over_does_not_settle_a_weak_limb()
    {
        var denied = new[] { "paralysis", "saddle_numbness", "bladder_bowel", "heavy_bleeding", "coughing_blood" };
        var sheet = Opened
            .With("red-flags-1", new Answer.Selected([]))
            .Hear(denied.Select(id => new Observation(id, Polarity.Absent)));

        var allOver = new Observation("weakness", Polarity.Absent) { Where = Where.AllOver };
        Assert.Equal("red-flags-2", NextOf(sheet.Hear([allOver])));
        Assert.NotEqual("red-flags-2", NextOf(sheet.Hear([new Observation("weakness", Polarity.Absent)])));
    }

    [Fact]
    public void Pain_at_the_site_is_asked_about_until_its_trend_is_known()
    {
        var signs = new[] { "redness", "swelling", "bleeding", "discharge", "pus" };
        var absent = signs.Select(id => new Observation(id, Polarity.Absent)).ToArray();
        var unknown = CheckIn.AllClear.Say(absent).Say("incision_pain");
        unknown.Play();
        var better = CheckIn.AllClear.Say(absent).Say(new Observation("incision_pain") { Trend = Trend.Better });
        better.Play();

        Assert.Contains("incision", unknown.Asked);
        Assert.DoesNotContain("incision", better.Asked);
    }

    [Fact]
    public void A_known_fact_is_not_asked()
    {
        var checkIn = CheckIn.AllClear.Know("procedure", "vertebroplasty").Know("blood_thinner", "no").Say("bleeding");
        checkIn.Play();

        Assert.DoesNotContain("procedure", checkIn.Asked);
        Assert.DoesNotContain("blood-thinner", checkIn.Asked);
    }

    [Fact]
    public void A_reading_in_the_opening_is_not_asked_for_again()
    {
        var reading = new Observation("temperature") { Celsius = 38.9m };
        var checkIn = CheckIn.AllClear.Say(new Observation("fever"), reading);
        checkIn.Play();

        Assert.DoesNotContain("temperature", checkIn.Asked);
        Assert.Contains("stiff-neck", checkIn.Asked);
    }

    [Fact]
    public void New_numbness_opens_the_question_where_again()
    {
        var protocol = Shipped.Kyphoplasty;
        var sheet = Script.Hear(protocol, AnswerSheet.Empty, [new Observation("numbness") { Trend = Trend.New }]);
        sheet = sheet.With("numb-where", new Answer.Chosen("at-the-cut"));

        var more = Script.Hear(protocol, sheet, [new Observation("numbness") { Trend = Trend.Worse }]);

        Assert.IsType<Answer.NotAsked>(more["numb-where"]);
        Assert.IsType<Answer.Chosen>(Script.Hear(protocol, sheet, sheet.Heard)["numb-where"]);
    }

    [Fact]
    public void Findings_that_a_question_asks_are_those_of_its_options_and_of_its_yes()
    {
        Assert.Equal<string>(
            ["back_pain_severe", "rib_pain_severe", "back_pain", "rib_pain"],
            Shipped.Kyphoplasty.Find("other-symptoms")!.Options[^1].Asks
        );
        Assert.Equal<string>(["bleeding_amount", "heavy_bleeding"], Shipped.Kyphoplasty.Find("bleeding-now")!.Asks);
        Assert.Equal<string>(["incision_pain_trend"], Shipped.Kyphoplasty.Find("incision")!.Options[^1].Asks);
        Assert.Contains("incision_pain_trend", Shipped.Kyphoplasty.Find("incision")!.Asks);
        Assert.Contains("incision_pain", Shipped.Kyphoplasty.Find("incision")!.Asks);
    }

    private static AnswerSheet Opened => AnswerSheet.Empty.With("opening", new Answer.Words("…"));

    private static string NextOf(AnswerSheet sheet) =>
        Assert.IsType<ScriptStep.Ask>(Script.Next(Shipped.Kyphoplasty, sheet)).Question.Id;
}
