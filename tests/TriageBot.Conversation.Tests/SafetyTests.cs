using TriageBot.Conversation.Effects;

namespace TriageBot.Conversation.Tests;

/// <summary>Ways in which an emergency or an escalation could be lost, each closed.</summary>
public class SafetyTests
{
    [Fact]
    public async Task A_second_emergency_is_told_as_the_first_was()
    {
        var chat = await new PatientChat().Say("I have chest pain", "now tingling in both legs");
        Assert.StartsWith("Call 911 now.", chat.Texts.First());
    }

    [Fact]
    public async Task Asking_for_a_nurse_twice_after_a_symptom_is_a_callback_within_the_hour()
    {
        var chat = await new PatientChat().Say("my spot is red", "nurse please", "I want a nurse now");
        Assert.Equal(("callback", "1h", chat.Case.Id), chat.Outcome);
    }

    [Fact]
    public async Task The_silence_clock_runs_on_while_something_else_is_talked_about()
    {
        var chat = await new PatientChat().Say("my back is a bit sore", "when can I shower?");
        Assert.Equal("nurse-offer", chat.Asked);
        await chat.Wait(TimeSpan.FromMinutes(16));
        Assert.Equal(TimeSpan.FromHours(1), chat.Case.Disposition.Within);
    }

    [Fact]
    public async Task Small_talk_does_not_put_the_silence_clock_off()
    {
        var chat = await new PatientChat().Say("my back is a bit sore");
        await chat.Wait(TimeSpan.FromMinutes(10));
        await chat.Say("thank you");
        await chat.Wait(TimeSpan.FromMinutes(6));
        Assert.Single(chat.Cases);
    }

    [Fact]
    public async Task Leaving_with_a_symptom_and_an_open_emergency_question_opens_a_case()
    {
        var chat = await new PatientChat().Say("my back is a bit sore", "STOP");
        Assert.Equal(TimeSpan.FromHours(1), chat.Case.Disposition.Within);
    }

    [Fact]
    public async Task A_number_that_comes_before_it_is_asked_for_is_kept()
    {
        var chat = await new PatientChat().Say("I have chest pain", "4235550142");
        Assert.Equal("+14235550142", chat.Case.Card.Background.Phone);
        Assert.Equal("help-coming", chat.Asked);
        await chat.Say("1");
        Assert.NotEqual("phone", chat.Asked);
    }

    [Fact]
    public async Task A_wrong_number_can_be_put_right_after_the_end()
    {
        var chat = await new PatientChat().Say(
            "I have a cough",
            "0",
            "0",
            "no",
            "1",
            "2",
            "0",
            "0",
            "4235550142",
            "Ann",
            "1"
        );
        await chat.Say("sorry, better use 423 555 0199");
        Assert.Equal("+14235550199", chat.Case.Card.Background.Phone);
        Assert.Contains("0199", chat.Texts.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_number_promises_no_time_in_an_emergency()
    {
        var chat = await new PatientChat().Say("I have chest pain", "1", "no");
        Assert.Contains("Call 911 first", chat.Texts.Single(), StringComparison.Ordinal);
        await chat.Say("4235550142");
        Assert.StartsWith("We told our nurse team", chat.Texts.Single());
        Assert.Null(chat.Case.PromisedBy);
    }

    [Fact]
    public async Task The_card_keeps_what_was_said_when_a_new_check_in_begins()
    {
        var chat = await new PatientChat().Say("I have chest pain", "1", "4235550142");
        await chat.Say("good morning, my name is Bob and I feel fine");
        Assert.Contains("chest_pain", chat.Case.Card.Situation.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_nurse_closed_the_case_a_question_about_the_call_does_not_swallow_the_same_symptom()
    {
        var chat = new PatientChat();
        chat.Enrolment["procedure"] = "kyphoplasty";
        await chat.Say("I have a fever of 102", "0", "0", "no", "0", "0");
        Assert.Equal("phone", chat.Asked);
        var first = chat.Case.Id;
        await chat.Event(TurnFacts.CaseClosedEvent, first);
        await chat.Say("I have a fever of 102 again");
        Assert.NotEqual(first, chat.Reports[^1].Id);
        Assert.Equal("red-flags-1", chat.Asked);
    }

    [Fact]
    public async Task A_case_that_a_nurse_closed_stays_closed_until_it_is_said_again()
    {
        var chat = await new PatientChat().Say("I have chest pain", "1", "4235550142");
        var reports = chat.Reports.Count;
        await chat.Event(TurnFacts.CaseClosedEvent, chat.Case.Id);
        await chat.Say("thanks");
        Assert.Equal(reports, chat.Reports.Count);
        await chat.Say("the chest pain is back");
        Assert.Equal(2, chat.Cases.Count);
        Assert.StartsWith("Call 911 now.", chat.Texts.First());
    }

    [Fact]
    public async Task A_temperature_after_the_end_is_read()
    {
        var chat = await new PatientChat().Say("my temp is 99.9", "0", "0", "1", "2", "2", "0", "0");
        Assert.Equal("selfcare", chat.Outcome?.Disposition);
        await chat.Say("101.5 now");
        Assert.Equal(TimeSpan.FromHours(1), chat.Case.Disposition.Within);
    }

    [Fact]
    public async Task Asking_for_a_nurse_in_an_emergency_says_again_what_a_nurse_can_do()
    {
        var chat = await new PatientChat().Say("I have chest pain", "I want a nurse");
        Assert.StartsWith("We told our nurse team", chat.Texts.First());
        Assert.Equal("help-coming", chat.Asked);
    }

    [Fact]
    public async Task A_host_that_nobody_watches_says_so_little_of_nurses()
    {
        var chat = new PatientChat(ShippedContent.Hospital with { CasesReachANurse = false });
        await chat.Say("I have chest pain");
        Assert.DoesNotContain(chat.Texts, text => text.StartsWith("We told", StringComparison.Ordinal));
        await chat.Say("2");
        Assert.DoesNotContain(chat.Texts, text => text.Contains("can see you need help", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_symptom_beside_a_question_leaves_the_open_question_open()
    {
        var chat = await new PatientChat().Say("hi", "FINE", "can I take ibuprofen? the spot is red");
        Assert.Contains(chat.Texts, text => text.Contains("cannot say what to take", StringComparison.Ordinal));
        Assert.Equal("red-flags-1", chat.Asked);
        Assert.Equal(TimeSpan.FromHours(4), chat.Case.Disposition.Within);
    }

    [Fact]
    public async Task A_symptom_ends_the_offer_of_a_nurse()
    {
        var chat = await new PatientChat().Say("hi", "FINE", "can I drive?", "I have a fever");
        Assert.Equal("red-flags-1", chat.Asked);
        Assert.Equal(TimeSpan.FromHours(1), chat.Case.Disposition.Within);
    }
}
