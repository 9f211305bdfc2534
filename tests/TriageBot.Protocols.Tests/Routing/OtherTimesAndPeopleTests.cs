using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Tests.Routing;

/// <summary>Findings that are over, old, somebody else's or never happened.</summary>
public sealed class OtherTimesAndPeopleTests
{
    public static TheoryData<string> Emergencies { get; } =
    [
        "chest_pain",
        "shortness_of_breath",
        "coughing_blood",
        "vomiting_blood",
        "paralysis",
        "saddle_numbness",
        "bladder_bowel",
        "heavy_bleeding",
        "fainting",
        "confusion",
        "seizure",
        "face_droop",
    ];

    [Theory]
    [MemberData(nameof(Emergencies))]
    public void An_emergency_sign_of_the_last_two_days_is_still_one(string finding)
    {
        var yesterday = new Observation(finding) { When = When.SinceProcedure, HoursAgo = 48 };

        Routes.Expect("emergency", CheckIn.AllClear.Say(yesterday).Play());
    }

    [Theory]
    [MemberData(nameof(Emergencies))]
    public void An_emergency_sign_over_for_more_than_two_days_is_a_call_within_the_hour(string finding)
    {
        var longAgo = new Observation(finding) { When = When.SinceProcedure, HoursAgo = 49 };
        var assessment = CheckIn.AllClear.Say(longAgo).Play();

        Routes.Expect("callback 1h", assessment);
        Assert.Contains(assessment.Reasons, reason => reason.Rule.Id == $"over-{finding.Replace('_', '-')}");
    }

    [Theory]
    [MemberData(nameof(Emergencies))]
    public void An_emergency_sign_that_was_there_before_and_is_the_same_is_a_call_within_the_hour(string finding)
    {
        var always = new Observation(finding) { When = When.BeforeProcedure, Trend = Trend.Same };

        Routes.Expect("callback 1h", CheckIn.AllClear.Say(always).Play());
    }

    [Theory]
    [MemberData(nameof(Emergencies))]
    public void The_same_as_always_is_asked_and_only_a_yes_keeps_it_from_being_an_emergency(string finding)
    {
        var always = new Observation(finding) { Trend = Trend.Same };
        var asked = CheckIn.AllClear.Say(always).Yes("same-as-before");

        Routes.Expect("callback 1h", asked.Play());
        Assert.Contains("same-as-before", asked.Asked);
        Routes.Expect("emergency", CheckIn.AllClear.Say(always).Play());
        Routes.Expect("emergency", CheckIn.AllClear.Say(always).Unsure("same-as-before").Play());
        Routes.Expect("emergency", CheckIn.AllClear.Say(always).NotRead("same-as-before").Play());
    }

    [Fact]
    public void An_old_sign_that_got_worse_is_a_new_one()
    {
        var worse = new Observation("shortness_of_breath") { When = When.BeforeProcedure, Trend = Trend.Worse };

        Routes.Expect("emergency", CheckIn.AllClear.Say(worse).Play());
    }

    [Theory]
    [InlineData("chest_pain")]
    [InlineData("fever")]
    [InlineData("numbness")]
    public void Over_before_the_procedure_and_what_if_are_not_there(string finding)
    {
        var before = new Observation(finding) { When = When.BeforeProcedure };
        var whatIf = new Observation(finding) { When = When.Hypothetical };

        Routes.Expect("selfcare", CheckIn.AllClear.Say(before).Play());
        Routes.Expect("selfcare", CheckIn.AllClear.Say(whatIf).Play());
    }

    [Theory]
    [InlineData("fever")]
    [InlineData("cough")]
    [InlineData("leg_swelling")]
    public void Other_findings_that_are_just_as_before_are_not_there(string finding)
    {
        var same = new Observation(finding) { When = When.BeforeProcedure, Trend = Trend.Same };

        Routes.Expect("selfcare", CheckIn.AllClear.Say(same).Play());
    }

    [Fact]
    public void A_fever_that_came_and_went_since_the_procedure_is_present()
    {
        var over = new Observation("fever") { When = When.SinceProcedure, HoursAgo = 72 };

        Routes.Expect("callback 1h", CheckIn.AllClear.Say(over).Play());
    }

    [Theory]
    [MemberData(nameof(Emergencies))]
    public void Somebody_elses_emergency_is_one_and_the_rule_says_whose(string finding)
    {
        var assessment = CheckIn.AllClear.Say(new Observation(finding) { Who = Who.Other }).Play();

        Routes.Expect("emergency", assessment);
        Assert.StartsWith("someone-else-", assessment.Reasons[0].Rule.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_elses_fever_is_not_the_patients()
    {
        var grandson = new Observation("fever") { Who = Who.Other };
        var reading = new Observation("temperature") { Who = Who.Other, Celsius = 39.5m };

        Routes.Expect("selfcare", CheckIn.AllClear.Say(grandson, reading).Play());
    }
}
