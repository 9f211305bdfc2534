using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Tests.Routing;

/// <summary>The rows of the clinical routing table that end in emergency instructions.</summary>
public sealed class EmergencyTests
{
    public static TheoryData<string, string> HeardInFreeText { get; } =
        new()
        {
            { "chest_pain", "heart" },
            { "shortness_of_breath", "heart" },
            { "coughing_blood", "heart" },
            { "vomiting_blood", "heart" },
            { "fainting", "heart" },
            { "confusion", "heart" },
            { "seizure", "heart" },
            { "face_droop", "heart" },
            { "says_emergency", "heart" },
            { "paralysis", "legs" },
            { "saddle_numbness", "legs" },
            { "bladder_bowel", "legs" },
            { "heavy_bleeding", "bleeding" },
            { "suicidal", "suicide" },
            { "overdose", "overdose" },
        };

    [Theory]
    [MemberData(nameof(HeardInFreeText))]
    public void An_emergency_sign_is_an_emergency_at_every_step(string finding, string instruction)
    {
        var steps = CheckIn.AllClear;
        steps.Play();

        foreach (var step in steps.Asked)
        {
            var assessment = CheckIn.AllClear.SayAt(step, new Observation(finding)).Play();
            Routes.Expect("emergency", assessment);
            Assert.Equal(instruction, assessment.Reasons[0].Rule.Instruction);
            Assert.Equal(finding, assessment.Reasons[0].Rule.About);
        }
    }

    [Fact]
    public void A_suicide_with_an_act_done_gets_the_overdose_text_first_and_the_crisis_line_after_it()
    {
        var assessment = CheckIn.AllClear.Say(new Observation("suicidal") { Severity = Severity.Severe }).Play();

        Routes.Expect("emergency", assessment);
        Assert.Equal("overdose", assessment.Reasons[0].Rule.Instruction);
        Assert.Contains(assessment.Reasons, reason => reason.Rule.Instruction == "suicide");
    }

    [Theory]
    [InlineData("red-flags-1", "red-flags-1-sure", "heart")]
    [InlineData("red-flags-2", "red-flags-2-sure", "legs")]
    public void A_yes_after_not_sure_gets_the_text_that_fits_the_list(string list, string sure, string instruction)
    {
        var assessment = CheckIn.AllClear.Unsure(list).Yes(sure).Play();

        Routes.Expect("emergency", assessment);
        Assert.Equal(instruction, assessment.Reasons[0].Rule.Instruction);
    }

    [Fact]
    public void Rib_pain_of_unsaid_degree_is_asked_about_although_the_list_is_denied()
    {
        var doubt = new Observation("rib_pain_severe", Polarity.Unsure);
        var mild = CheckIn.AllClear.Say(doubt);

        Routes.Expect("selfcare", mild.Play());
        Assert.Contains("pain-scale", mild.Asked);
        Assert.Contains("rib-breath", mild.Asked);
        Routes.Expect("emergency", CheckIn.AllClear.Say(doubt).Yes("rib-breath").Play());
        Routes.Expect("callback 1h", CheckIn.AllClear.Say(doubt).Score(7).Play());
    }

    [Theory]
    [InlineData("chest_pain")]
    [InlineData("shortness_of_breath")]
    public void Chest_pain_and_short_breath_are_emergencies_in_any_degree(string finding)
    {
        Routes.Expect("emergency", CheckIn.AllClear.Say(new Observation(finding) { Severity = Severity.Mild }).Play());
        Routes.Expect("emergency", CheckIn.AllClear.Say(new Observation(finding) { Trend = Trend.Better }).Play());
    }

    [Theory]
    [InlineData("red-flags-1")]
    [InlineData("red-flags-2")]
    public void Any_tick_in_a_red_flag_list_ends_the_script_as_an_emergency(string list)
    {
        foreach (var option in Shipped.Kyphoplasty.Find(list)!.Options)
        {
            var checkIn = CheckIn.AllClear.Tick(list, option.Id);
            Routes.Expect("emergency", checkIn.Play());
            Assert.Equal(list, checkIn.Asked[^1]);
        }
    }

    [Theory]
    [InlineData(Where.Limb)]
    [InlineData(Where.BothLegs)]
    [InlineData(Where.BelowWaist)]
    [InlineData(Where.Face)]
    public void Weakness_of_a_limb_the_legs_or_the_face_is_an_emergency(Where where)
    {
        Routes.Expect("emergency", CheckIn.AllClear.Say(new Observation("weakness") { Where = where }).Play());
    }

    [Theory]
    [InlineData("numbness")]
    [InlineData("tingling")]
    public void Numb_or_tingling_in_both_legs_or_below_the_waist_is_an_emergency(string finding)
    {
        foreach (var where in (Where[])[Where.BothLegs, Where.BelowWaist, Where.AllOver])
        {
            Routes.Expect("emergency", CheckIn.AllClear.Say(new Observation(finding) { Where = where }).Play());
        }

        Routes.Expect("emergency", CheckIn.AllClear.Say(finding).Choose("numb-where", "both-legs").Play());
    }

    [Fact]
    public void Bleeding_that_goes_on_after_ten_minutes_of_pressure_is_an_emergency()
    {
        var assessment = CheckIn.AllClear.Tick("incision", "any-blood").Yes("bleeding-now").Play();

        Routes.Expect("emergency", assessment);
        Assert.Equal("bleeding", assessment.Reasons[0].Rule.Instruction);
    }

    [Theory]
    [InlineData("allergic_reaction")]
    [InlineData("swelling")]
    public void A_swollen_face_mouth_or_throat_is_an_emergency(string finding)
    {
        Routes.Expect("emergency", CheckIn.AllClear.Say(new Observation(finding) { Where = Where.Face }).Play());
    }

    [Theory]
    [InlineData("fever")]
    [InlineData("chills")]
    public void Fever_or_chills_with_a_stiff_neck_is_an_emergency(string finding)
    {
        var heard = CheckIn.AllClear.Say(new Observation(finding), new Observation("stiff_neck"));
        Routes.Expect("emergency", heard.Play());
        Routes.Expect("emergency", CheckIn.AllClear.Say(finding).Yes("stiff-neck").Play());
    }

    [Fact]
    public void A_fever_reading_with_a_stiff_neck_is_an_emergency()
    {
        var reading = new Observation("temperature") { Celsius = 38.0m };
        Routes.Expect("emergency", CheckIn.AllClear.Say(reading, new Observation("stiff_neck")).Play());
    }

    [Fact]
    public void Rib_pain_felt_in_the_chest_or_on_breathing_in_is_an_emergency()
    {
        var ticked = CheckIn.AllClear.Tick("other-symptoms", "bad-pain").Choose("pain-where", "ribs").Yes("rib-breath");
        Routes.Expect("emergency", ticked.Play());
        Routes.Expect("emergency", CheckIn.AllClear.Say("rib_pain_severe").Yes("rib-breath").Play());
    }

    [Fact]
    public void Blood_in_what_is_coughed_up_is_an_emergency()
    {
        Routes.Expect("emergency", CheckIn.AllClear.Tick("other-symptoms", "cough").Yes("cough-blood").Play());
    }

    [Fact]
    public void A_weak_limb_behind_weakness_all_over_is_an_emergency()
    {
        var checkIn = CheckIn.AllClear.Tick("other-symptoms", "weak-all-over").Yes("weakness-kind");
        Routes.Expect("emergency", checkIn.Play());
    }

    [Fact]
    public void Weakness_of_an_unknown_place_is_an_emergency_unless_a_limb_is_ruled_out()
    {
        Routes.Expect("emergency", CheckIn.AllClear.Say("weakness").Yes("weakness-kind").Play());
        Routes.Expect("emergency", CheckIn.AllClear.Say("weakness").Unsure("weakness-kind").Play());
        Routes.Expect("emergency", CheckIn.AllClear.Say("weakness").NotRead("weakness-kind").Play());
        Routes.Expect("callback 1h", CheckIn.AllClear.Say("weakness").Play());
    }

    [Fact]
    public void Doubt_about_a_wish_to_die_is_an_emergency()
    {
        Routes.Expect("emergency", CheckIn.AllClear.Say(new Observation("suicidal", Polarity.Unsure)).Play());
    }

    [Fact]
    public void An_overdose_comes_first_among_the_instructions_and_the_wish_to_die_last()
    {
        Assert.Equal<string>(["overdose", "heart", "bleeding", "legs", "suicide"], Shipped.Kyphoplasty.Instructions);
        var everything = CheckIn.AllClear.Say(
            new Observation("suicidal"),
            new Observation("bladder_bowel"),
            new Observation("heavy_bleeding"),
            new Observation("chest_pain"),
            new Observation("overdose")
        );
        Assert.Equal("overdose", everything.Play().Instruction);
        Assert.Equal("suicide", CheckIn.AllClear.Say("suicidal").Play().Instruction);
    }

    [Fact]
    public void Every_emergency_question_is_asked_before_the_procedure_or_follows_from_a_list()
    {
        var order = Shipped.Kyphoplasty.Questions.Select(question => question.Id).ToList();
        var late = Shipped
            .Kyphoplasty.Questions.Where(question => question.Stakes == Stakes.Emergency)
            .Where(question => order.IndexOf(question.Id) > order.IndexOf("procedure"));

        Assert.Equal(["rib-breath"], late.Select(question => question.Id));
    }

    [Fact]
    public void An_emergency_ends_the_questions()
    {
        var sheet = AnswerSheet.Empty.Hear([new Observation("chest_pain")]);

        Assert.IsType<ScriptStep.Done>(Script.Next(Shipped.Kyphoplasty, sheet));
    }
}
