using TriageBot.Conversation.Effects;

namespace TriageBot.Conversation.Tests;

public class InterruptionTests
{
    private static async Task<PatientChat> AtTheFirstList()
    {
        var chat = await new PatientChat().Say("hi", "FINE");
        Assert.Equal("red-flags-1", chat.Asked);
        return chat;
    }

    [Fact]
    public async Task A_patient_who_asks_for_a_nurse_has_a_case_at_once_and_the_questions_go_on()
    {
        var chat = await AtTheFirstList();
        await chat.Say("can I talk to a nurse please");
        Assert.Equal(TimeSpan.FromHours(4), chat.Case.Disposition.Within);
        Assert.Equal("red-flags-1", chat.Asked);
    }

    [Fact]
    public async Task Asking_for_a_nurse_twice_ends_the_questions()
    {
        var chat = await AtTheFirstList();
        await chat.Say("can I talk to a nurse please", "I want to talk to a nurse");
        Assert.Equal("callback", chat.Outcome?.Disposition);
    }

    [Fact]
    public async Task Going_back_asks_the_last_question_again()
    {
        var chat = await AtTheFirstList();
        await chat.Say("0");
        Assert.Equal("red-flags-2", chat.Asked);
        await chat.Say("go back");
        Assert.Equal("red-flags-1", chat.Asked);
    }

    [Fact]
    public async Task Going_back_never_withdraws_a_case()
    {
        var chat = await new PatientChat().Say("I have a fever of 102");
        await chat.Say("go back");
        Assert.Contains(chat.Texts, text => text.StartsWith("Thanks, I noted that.", StringComparison.Ordinal));
        Assert.Contains(
            chat.Case.Card.Assessment.Findings,
            finding => finding.StartsWith("fever", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Starting_over_keeps_the_case_and_what_it_said()
    {
        var chat = await new PatientChat().Say("I have a fever of 102", "start over");
        Assert.Equal("opening", chat.Asked);
        await chat.Say("FINE", "0", "0", "1", "2", "0", "0");
        Assert.Equal("selfcare", chat.Outcome?.Disposition);
        Assert.Contains(chat.Texts, text => text.Contains("still see what you sent before", StringComparison.Ordinal));
        Assert.Contains(
            chat.Case.Card.Assessment.Findings,
            finding => finding.StartsWith("fever", StringComparison.Ordinal)
        );
        Assert.Equal(TimeSpan.FromHours(1), chat.Case.Disposition.Within);
    }

    [Fact]
    public async Task A_question_that_the_sheet_answers_is_answered_and_the_open_question_asked_again()
    {
        var chat = await AtTheFirstList();
        await chat.Say("can I put ice on it?");
        Assert.Contains(chat.Texts, text => text.Contains("15 minutes", StringComparison.Ordinal));
        Assert.Equal("red-flags-1", chat.Asked);
    }

    [Theory]
    [InlineData("when can I shower?")]
    [InlineData("how much ibuprofen can I take?")]
    public async Task A_question_that_the_sheet_does_not_answer_offers_a_nurse(string question)
    {
        var chat = await AtTheFirstList();
        await chat.Say(question);
        Assert.Equal("nurse-offer", chat.Asked);
        await chat.Say("no");
        Assert.Empty(chat.Cases);
        Assert.Equal("red-flags-1", chat.Asked);
        await chat.Say(question, "yes");
        Assert.Equal(TimeSpan.FromHours(4), chat.Case.Disposition.Within);
        Assert.Equal("red-flags-1", chat.Asked);
    }

    [Fact]
    public async Task A_question_in_the_first_text_is_answered_after_the_greeting()
    {
        var chat = await new PatientChat().Say("can I take ibuprofen for my back pain?");
        Assert.StartsWith("Hill Hospital", chat.Texts.First());
        Assert.Contains(chat.Texts, text => text.Contains("cannot say what to take", StringComparison.Ordinal));
        Assert.Equal("red-flags-1", chat.Asked);
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("stop texting me")]
    public async Task Leaving_ends_the_check_in(string text)
    {
        var chat = await AtTheFirstList();
        await chat.Say(text);
        Assert.Contains("no more texts", chat.Texts.Single(), StringComparison.Ordinal);
        Assert.Null(chat.Asked);
    }

    [Fact]
    public async Task A_patient_without_a_phone_says_so_once()
    {
        var chat = await new PatientChat().Say("I have a cough", "0", "0", "no", "1", "2", "0", "0", "no");
        Assert.StartsWith("All right. Without a number", chat.Texts.Single());
    }

    [Fact]
    public async Task Thanks_in_the_middle_answers_nothing()
    {
        var chat = await AtTheFirstList();
        await chat.Say("thank you");
        Assert.Equal("red-flags-1", chat.Asked);
    }

    [Fact]
    public async Task The_language_can_be_changed_at_any_step()
    {
        var chat = await AtTheFirstList();
        await chat.Say("español por favor");
        Assert.Contains(chat.Texts, text => text.Contains("Mande los números", StringComparison.Ordinal));
        Assert.Equal("red-flags-1", chat.Asked);
        await chat.Say("0");
        Assert.Contains(chat.Texts, text => text.Contains("0 = ninguno", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unreadable_answer_to_an_emergency_list_is_asked_once_more_in_other_words()
    {
        var chat = await AtTheFirstList();
        await chat.Say("bananas");
        Assert.Equal("red-flags-1-sure", chat.Asked);
        await chat.Say("purple");
        Assert.Equal(TimeSpan.FromHours(1), chat.Case.Disposition.Within);
    }

    [Fact]
    public async Task After_the_end_thanks_begin_nothing()
    {
        var chat = await AtTheFirstList();
        await chat.Say("0", "0", "1", "2", "0", "0", "thanks");
        Assert.Null(chat.Asked);
        Assert.Null(chat.Outcome);
    }

    [Fact]
    public async Task After_the_end_something_worse_reopens_the_check_in()
    {
        var chat = await AtTheFirstList();
        await chat.Say("0", "0", "1", "2", "0", "0");
        Assert.Equal("selfcare", chat.Outcome?.Disposition);
        await chat.Say("now I have a cough");
        Assert.Equal("cough-blood", chat.Asked);
        Assert.Equal(TimeSpan.FromHours(4), chat.Case.Disposition.Within);
        await chat.Say("no");
        Assert.Equal("callback", chat.Outcome?.Disposition);
    }

    [Fact]
    public async Task After_the_end_another_text_starts_afresh()
    {
        var chat = await AtTheFirstList();
        await chat.Say("0", "0", "1", "2", "0", "0", "hello there");
        Assert.Equal("opening", chat.Asked);
    }

    [Fact]
    public async Task Leaving_with_a_red_flag_still_opens_a_case()
    {
        var chat = await AtTheFirstList();
        await chat.Say("stop texting me, my chest hurts");
        Assert.Equal("emergency", chat.Outcome?.Disposition);
        Assert.Single(chat.Cases);
    }

    [Fact]
    public async Task A_hello_is_no_answer_to_how_are_you_doing()
    {
        var chat = new PatientChat();
        await chat.Join();
        await chat.Say("hello");
        Assert.Equal("opening", chat.Asked);
        await chat.Say("I feel fine");
        Assert.Equal("red-flags-1", chat.Asked);
    }

    [Fact]
    public async Task A_procedure_that_was_named_is_not_asked_again()
    {
        var chat = await new PatientChat().Say(
            "my dad had the vertebroplasty on friday and has a cough",
            "0",
            "0",
            "no"
        );
        Assert.Equal("fever", chat.Asked);
        Assert.Equal("vertebroplasty", chat.Case.Card.Assessment.Protocol);
        Assert.Equal("carer", chat.Case.Card.Background.Writer);
    }

    [Fact]
    public async Task The_greeting_is_said_once()
    {
        var chat = new PatientChat();
        await chat.Join();
        Assert.StartsWith("Hill Hospital check-in.", chat.Texts.First());
        Assert.Equal("opening", chat.Asked);
        await chat.Join();
        Assert.Empty(chat.Replies);
        await chat.Say("FINE");
        Assert.Equal("red-flags-1", chat.Asked);
        Assert.DoesNotContain(chat.Texts, text => text.StartsWith("Hill Hospital", StringComparison.Ordinal));
    }
}
