using TriageBot.Conversation.Effects;

namespace TriageBot.Conversation.Tests;

public class PromiseTests
{
    private static readonly string[] ToTheCallback = ["I have a cough", "0", "0", "no", "1", "2", "0", "0"];

    [Fact]
    public async Task A_case_that_is_open_at_the_promised_time_gets_a_new_one()
    {
        var chat = await new PatientChat().Say("I have a fever of 102", "0", "0", "no", "1", "0", "0", "423 555 0142");
        var promised = Assert.NotNull(chat.Case.PromisedBy);
        await chat.Wait(promised - chat.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        Assert.StartsWith("We are sorry.", chat.Texts.Single());
        Assert.True(chat.Case.PromisedBy > promised);
    }

    [Fact]
    public async Task A_promise_that_lay_unsent_is_replaced_by_a_time_that_can_be_kept()
    {
        var chat = await new PatientChat().Say("I have a fever of 102", "0", "0", "no", "1", "0", "0", "423 555 0142");
        var promised = Assert.NotNull(chat.Case.PromisedBy);
        chat.Clock.SetTo(promised + TimeSpan.FromMinutes(5));
        await chat.Event(TurnFacts.MessageStaleEvent, "m1");
        Assert.StartsWith("We are sorry.", chat.Texts.Single());
        await chat.Event(TurnFacts.MessageStaleEvent, "m1");
        Assert.Empty(chat.Replies);
    }

    [Fact]
    public async Task A_closed_case_breaks_no_promise()
    {
        var chat = await new PatientChat().Say("I have a fever of 102", "0", "0", "no", "1", "0", "0", "423 555 0142");
        await chat.Event(TurnFacts.CaseClosedEvent, chat.Case.Id);
        Assert.DoesNotContain("promise", chat.Timers.Keys);
    }

    [Fact]
    public async Task At_night_a_callback_within_hours_may_wait_for_the_morning_if_the_patient_likes()
    {
        var chat = new PatientChat();
        chat.Clock.SetTo(new DateTimeOffset(2026, 11, 24, 0, 30, 0, TimeSpan.Zero));
        await chat.Say(ToTheCallback);
        Assert.Equal("good-time", chat.Asked);
        await chat.Say("2", "423 555 0142");
        Assert.Contains("9:00 AM tomorrow", chat.Texts.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fever_does_not_wait_for_the_morning()
    {
        var chat = new PatientChat();
        chat.Clock.SetTo(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
        await chat.Say("I have a fever of 102", "0", "0", "no", "1", "0", "0");
        Assert.Equal("phone", chat.Asked);
        await chat.Say("423 555 0142");
        Assert.StartsWith("No nurse is free", chat.Texts.First());
    }

    [Fact]
    public async Task No_outcome_promises_a_call_without_a_number()
    {
        var chat = await new PatientChat().Say(ToTheCallback);
        Assert.DoesNotContain(chat.Texts, text => text.Contains("nurse will call", StringComparison.OrdinalIgnoreCase));
        await chat.Say("no");
        Assert.DoesNotContain(chat.Texts, text => text.Contains("nurse will call", StringComparison.OrdinalIgnoreCase));
        Assert.Null(chat.Case.PromisedBy);
    }

    [Fact]
    public async Task An_emergency_without_a_number_promises_nothing_and_asks_for_one()
    {
        var chat = await new PatientChat().Say("I have chest pain");
        Assert.Contains(chat.Texts, text => text.Contains("we have no phone number for you", StringComparison.Ordinal));
        await chat.Say("1");
        Assert.Equal("phone", chat.Asked);
        await chat.Say("423 555 0142");
        Assert.Contains(
            chat.Texts,
            text => text.Contains("will try to call the number ending 0142", StringComparison.Ordinal)
        );
        Assert.Equal("+14235550142", chat.Case.Card.Background.Phone);
    }
}
