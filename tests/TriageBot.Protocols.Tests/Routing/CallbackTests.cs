using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Tests.Routing;

/// <summary>The rows of the clinical routing table that end in a nurse's call.</summary>
public sealed class CallbackTests
{
    private const string OneHour = "callback 1h";
    private const string FourHours = "callback 4h";

    [Theory]
    [InlineData("fever", OneHour)]
    [InlineData("chills", OneHour)]
    [InlineData("leg_swelling", OneHour)]
    [InlineData("rash", OneHour)]
    [InlineData("allergic_reaction", OneHour)]
    [InlineData("fall", OneHour)]
    [InlineData("back_pain_severe", OneHour)]
    [InlineData("rib_pain_severe", OneHour)]
    [InlineData("numbness", OneHour)]
    [InlineData("tingling", OneHour)]
    [InlineData("redness", FourHours)]
    [InlineData("swelling", FourHours)]
    [InlineData("discharge", FourHours)]
    [InlineData("pus", FourHours)]
    [InlineData("wound_opened", FourHours)]
    [InlineData("infection_suspected", FourHours)]
    [InlineData("bleeding", FourHours)]
    [InlineData("cough", FourHours)]
    [InlineData("constipation", FourHours)]
    [InlineData("stiff_neck", FourHours)]
    [InlineData("wants_nurse", FourHours)]
    public void A_finding_heard_in_free_text_reaches_its_nurse(string finding, string route)
    {
        var assessment = CheckIn.AllClear.Say(finding).Play();

        Routes.Expect(route, assessment);
        Assert.True(assessment.NeedsCase);
    }

    [Theory]
    [InlineData("fever", OneHour)]
    [InlineData("chills", OneHour)]
    [InlineData("leg_swelling", OneHour)]
    [InlineData("rash", OneHour)]
    [InlineData("redness", FourHours)]
    [InlineData("discharge", FourHours)]
    [InlineData("bleeding", FourHours)]
    [InlineData("cough", FourHours)]
    public void The_case_opens_in_the_turn_in_which_the_finding_is_known(string finding, string route)
    {
        var sheet = AnswerSheet.Empty.Hear([new Observation(finding)]);
        var assessment = Triage.Assess(Shipped.Kyphoplasty, sheet);

        Assert.True(assessment.NeedsCase);
        Assert.NotNull(assessment.Next);
        Routes.Expect(route, assessment);
    }

    [Theory]
    [InlineData(38.0, OneHour)]
    [InlineData(40.1, OneHour)]
    [InlineData(37.9, "selfcare")]
    public void A_reading_of_38_or_more_is_a_call_within_the_hour(double celsius, string route)
    {
        var reading = new Observation("temperature") { Celsius = (decimal)celsius };

        Routes.Expect(route, CheckIn.AllClear.Say(reading).Play());
    }

    [Fact]
    public void A_reported_fever_stays_one_hour_whatever_the_thermometer_says()
    {
        Routes.Expect(OneHour, CheckIn.AllClear.Yes("fever").Celsius(37.2m).Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Yes("fever").With("temperature", new Answer.NoThermometer()).Play());
    }

    [Fact]
    public void Of_several_readings_the_highest_counts()
    {
        var low = new Observation("temperature") { Celsius = 36.9m };
        var high = new Observation("temperature") { Celsius = 38.3m };

        Routes.Expect(OneHour, CheckIn.AllClear.Say(high, low).Play());
    }

    [Fact]
    public void A_reading_under_35_is_asked_again_and_twice_is_a_call_within_the_hour()
    {
        var low = new Observation("temperature") { Celsius = 34.9m };
        var slip = CheckIn.AllClear.Say(low);
        var twice = CheckIn.AllClear.Say(low).With("temperature-again", new Answer.Temperature(34.6m));

        Routes.Expect("selfcare", slip.Play());
        Assert.Contains("temperature-again", slip.Asked);
        Routes.Expect(OneHour, twice.Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Say(low).NotRead("temperature-again").Play());
    }

    [Theory]
    [InlineData(37.4, false)]
    [InlineData(37.5, true)]
    [InlineData(37.9, true)]
    [InlineData(38.0, false)]
    public void Just_below_fever_a_medicine_or_feeling_hot_is_a_call_within_four_hours(double celsius, bool asked)
    {
        var reading = new Observation("temperature") { Celsius = (decimal)celsius };
        var checkIn = CheckIn.AllClear.Say(reading).Yes("medicine-taken");
        var assessment = checkIn.Play();

        Assert.Equal(asked, checkIn.Asked.Contains("medicine-taken"));
        if (asked)
        {
            Routes.Expect(FourHours, assessment);
            Routes.Expect(FourHours, CheckIn.AllClear.Say(reading).Unsure("medicine-taken").Play());
        }
    }

    [Theory]
    [InlineData("red-skin")]
    [InlineData("swelling")]
    [InlineData("any-blood")]
    [InlineData("pus-or-fluid")]
    [InlineData("more-pain")]
    public void Every_sign_at_the_site_is_a_call_within_four_hours_and_with_fever_within_one(string option)
    {
        Routes.Expect(FourHours, CheckIn.AllClear.Tick("incision", option).Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Tick("incision", option).Yes("fever").Play());
    }

    [Fact]
    public void More_pain_at_the_site_is_heard_in_free_text()
    {
        var worse = new Observation("incision_pain") { Trend = Trend.Worse };

        Routes.Expect(FourHours, CheckIn.AllClear.Say(worse).Play());
    }

    [Fact]
    public void Who_cannot_see_the_site_is_asked_for_a_wet_spot()
    {
        Routes.Expect("selfcare", CheckIn.AllClear.Unsure("incision").Play());
        Routes.Expect(FourHours, CheckIn.AllClear.Unsure("incision").Yes("incision-unseen").Play());
        Routes.Expect(FourHours, CheckIn.AllClear.Unsure("incision").Unsure("incision-unseen").Play());
        Routes.Expect(FourHours, CheckIn.AllClear.NotRead("incision").NotRead("incision-unseen").Play());
    }

    [Fact]
    public void Bleeding_with_a_blood_thinner_or_still_coming_is_a_call_within_the_hour()
    {
        Routes.Expect(OneHour, CheckIn.AllClear.Say("bleeding").Yes("blood-thinner").Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Say("bleeding").Unsure("blood-thinner").Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Say("bleeding").Know("blood_thinner", "yes").Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Say("bleeding").Unsure("bleeding-now").Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Say(new Observation("bleeding") { When = When.Now }).Play());
    }

    [Fact]
    public void Bad_back_or_rib_pain_is_a_call_within_the_hour_whatever_the_score()
    {
        foreach (var where in (string[])["back", "ribs", "both"])
        {
            var ticked = CheckIn.AllClear.Tick("other-symptoms", "bad-pain").Choose("pain-where", where).Score(3);
            Routes.Expect(OneHour, ticked.Play());
        }
    }

    [Theory]
    [InlineData(6, "selfcare")]
    [InlineData(7, OneHour)]
    [InlineData(10, OneHour)]
    public void Back_pain_of_unsaid_severity_is_scored_and_seven_is_severe(int score, string route)
    {
        var checkIn = CheckIn.AllClear.Say("back_pain_mild").Score(score);

        Routes.Expect(route, checkIn.Play());
        Assert.Contains("pain-scale", checkIn.Asked);
    }

    [Fact]
    public void Back_pain_that_got_worse_is_a_call_within_the_hour()
    {
        var worse = new Observation("back_pain_mild") { Trend = Trend.Worse };

        Routes.Expect(OneHour, CheckIn.AllClear.Say(worse).Play());
    }

    [Fact]
    public void Numbness_is_placed_before_it_is_routed()
    {
        Routes.Expect(OneHour, CheckIn.AllClear.Say("numbness").Choose("numb-where", "one-limb").Play());
        Routes.Expect(FourHours, CheckIn.AllClear.Say("numbness").Choose("numb-where", "at-the-cut").Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Say("numbness").Unsure("numb-where").Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Tick("other-symptoms", "numb").NotRead("numb-where").Play());
        Routes.Expect(FourHours, CheckIn.AllClear.Say(new Observation("tingling") { Where = Where.Skin }).Play());
    }

    [Fact]
    public void Weak_or_tired_all_over_is_a_call_within_the_hour()
    {
        Routes.Expect(OneHour, CheckIn.AllClear.Tick("other-symptoms", "weak-all-over").Play());
        Routes.Expect(OneHour, CheckIn.AllClear.Say(new Observation("weakness") { Where = Where.AllOver }).Play());
    }

    [Fact]
    public void A_fall_found_by_asking_is_a_call_within_the_hour()
    {
        var assessment = CheckIn.AllClear.Tick("other-symptoms", "bad-pain").Yes("fall").Play();

        Assert.Contains(assessment.Reasons, reason => reason.Rule.Id == "fall");
    }

    [Fact]
    public void Who_does_not_know_the_procedure_is_called_within_four_hours()
    {
        Routes.Expect(FourHours, CheckIn.AllClear.Unsure("procedure").Play());
    }
}
