using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Tests.Routing;

/// <summary>The last row of the table: care at home, and what is said then.</summary>
public sealed class SelfCareTests
{
    [Fact]
    public void All_clear_is_seven_questions_and_six_when_the_procedure_is_known()
    {
        var stranger = CheckIn.AllClear;
        var enrolled = CheckIn.AllClear.Know("procedure", "kyphoplasty");

        Routes.Expect("selfcare", stranger.Play());
        Routes.Expect("selfcare", enrolled.Play());
        Assert.Equal(
            ["opening", "red-flags-1", "red-flags-2", "procedure", "fever", "incision", "other-symptoms"],
            stranger.Asked
        );
        Assert.Equal(6, enrolled.Asked.Count);
    }

    [Theory]
    [InlineData("bruise")]
    [InlineData("itch")]
    [InlineData("nausea")]
    [InlineData("incision_pain")]
    [InlineData("back_pain_mild")]
    [InlineData("thanks")]
    public void Mild_things_end_in_care_at_home(string finding)
    {
        var assessment = CheckIn.AllClear.Say(finding).Play();

        Routes.Expect("selfcare", assessment);
        Assert.False(assessment.NeedsCase);
    }

    [Fact]
    public void Pain_medicine_is_spoken_of_only_when_pain_was_mentioned()
    {
        var silent = CheckIn.AllClear;
        silent.Play();
        var sore = CheckIn.AllClear.Say("incision_pain");
        sore.Play();

        Assert.DoesNotContain("pain-medicine", Said(silent.Sheet));
        Assert.DoesNotContain("spasm-medicine", Said(silent.Sheet));
        Assert.Contains("pain-medicine", Said(sore.Sheet));
        Assert.Contains("spasm-medicine", Said(sore.Sheet));
    }

    [Theory]
    [InlineData("bleeding")]
    [InlineData("confusion")]
    [InlineData("overdose")]
    public void Pain_medicine_is_never_spoken_of_beside_bleeding_confusion_or_overdose(string finding)
    {
        var sheet = AnswerSheet.Empty.Hear([new Observation("incision_pain"), new Observation(finding)]);

        Assert.DoesNotContain("pain-medicine", Said(sheet));
    }

    [Fact]
    public void A_temperature_just_below_fever_is_to_be_sent_again()
    {
        var sheet = AnswerSheet.Empty.Hear([new Observation("temperature") { Celsius = 37.6m }]);

        Assert.Contains("send-new-temperature", Said(sheet));
        Assert.DoesNotContain("send-new-temperature", Said(AnswerSheet.Empty));
    }

    [Fact]
    public void Who_could_not_see_the_site_is_told_to_have_it_looked_at()
    {
        Assert.Contains("look-at-site", Said(AnswerSheet.Empty.With("incision", new Answer.Unsure())));
    }

    [Fact]
    public void Cold_pack_clean_hands_and_what_to_watch_for_are_always_said()
    {
        Assert.Equal(["cold-pack", "wash-hands", "hands-off", "watch-for"], Said(AnswerSheet.Empty));
    }

    [Theory]
    [InlineData("shower")]
    [InlineData("driving")]
    [InlineData("lifting")]
    [InlineData("pain-duration")]
    [InlineData("medicine")]
    public void What_the_sheet_does_not_say_offers_a_nurse(string topic)
    {
        Assert.True(Shipped.Kyphoplasty.Topics.Single(t => t.Id == topic).OffersCallback);
    }

    private static List<string> Said(AnswerSheet sheet) =>
        [.. Triage.Advise(Shipped.Kyphoplasty, sheet).Select(advice => advice.Id)];
}
