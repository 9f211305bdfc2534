namespace TriageBot.Conversation.Tests;

public class RouteTests
{
    [Fact]
    public async Task All_clear_ends_in_self_care_after_seven_questions()
    {
        var chat = new PatientChat();
        await chat.Say("hi", "FINE", "0", "0", "1", "2", "0", "0");
        Assert.Equal("selfcare", chat.Outcome?.Disposition);
        Assert.Equal(7, chat.Questions.Count);
        Assert.Empty(chat.Cases);
    }

    [Fact]
    public async Task All_clear_takes_six_questions_when_the_procedure_is_known()
    {
        var chat = new PatientChat { Enrolment = { ["procedure"] = "vertebroplasty" } };
        await chat.Say("hi", "FINE", "0", "0", "2", "0", "0");
        Assert.Equal("selfcare", chat.Outcome?.Disposition);
        Assert.Equal(6, chat.Questions.Count);
    }

    [Theory]
    [InlineData("I have chest pain", "Call 911 now.")]
    [InlineData("my left leg is giving out on me", "Call 911 now.")]
    [InlineData("I want to kill myself", "Call or text 988 now.")]
    public async Task A_red_flag_gets_the_instruction_first(string text, string instruction)
    {
        var chat = await new PatientChat().Say(text);
        Assert.StartsWith(instruction, chat.Texts.First());
        Assert.Equal("emergency", chat.Outcome?.Disposition);
        Assert.Equal(chat.Case.Id, chat.Outcome?.Case);
        Assert.Equal(chat.Clock.GetUtcNow() + TimeSpan.FromMinutes(5), chat.Case.Due);
        Assert.Equal("help-coming", chat.Asked);
    }

    [Fact]
    public async Task Chest_pain_is_an_emergency_at_every_step()
    {
        string[] answers = ["hi", "my back is a bit sore", "0", "0", "1", "2", "0", "0"];
        for (var step = 0; step < answers.Length; step++)
        {
            var chat = new PatientChat();
            await chat.Say(answers[..step]);
            await chat.Say("now I have chest pain");
            Assert.True(
                chat.Texts.First().StartsWith("Call 911 now.", StringComparison.Ordinal),
                $"after {step} answers"
            );
            Assert.Equal("emergency", chat.Outcome?.Disposition);
        }
    }

    [Fact]
    public async Task Fever_opens_a_case_at_once_and_is_called_back_within_the_hour()
    {
        var chat = await new PatientChat().Say("hi", "I have a fever of 102");
        Assert.Equal(chat.Clock.GetUtcNow() + TimeSpan.FromHours(1), chat.Case.Due);
        Assert.Equal("red-flags-1", chat.Asked);
        await chat.Say("0", "0", "no", "1", "0", "0");
        Assert.Equal(("callback", "1h", chat.Case.Id), chat.Outcome);
        Assert.DoesNotContain(chat.Texts, text => text.Contains("will call", StringComparison.Ordinal));
        Assert.Equal("phone", chat.Asked);
        await chat.Say("423 555 0142");
        Assert.Contains("A nurse will call by", chat.Texts.First(), StringComparison.Ordinal);
        Assert.Contains("ending 0142", chat.Texts.First(), StringComparison.Ordinal);
        Assert.Equal("+14235550142", chat.Case.Card.Background.Phone);
    }

    [Theory]
    [InlineData(null, "red-flags-2")]
    [InlineData("", "red-flags-2")]
    [InlineData("another", "red-flags-1")]
    public async Task A_reply_that_names_another_message_does_not_answer_an_emergency_question(string? id, string asked)
    {
        var chat = await new PatientChat().Say("FINE");

        await chat.Reply("0", id);

        Assert.Equal(asked, chat.Asked);
    }

    [Fact]
    public async Task A_late_no_does_not_answer_a_newer_emergency_question()
    {
        var chat = await new PatientChat().Say("hi", "a bit sore");
        Assert.Equal("red-flags-1", chat.Asked);
        await chat.SayAtOnce("0");
        Assert.Equal("red-flags-1", chat.Asked);
        await chat.SayAtOnce("0");
        Assert.Equal("red-flags-2", chat.Asked);
    }

    [Fact]
    public async Task A_nurse_sees_that_the_patient_cannot_call_for_help()
    {
        var chat = await new PatientChat().Say("I have chest pain", "2");
        Assert.StartsWith("Ask anyone near you", chat.Texts.First());
        Assert.Contains("PATIENT CANNOT CALL", chat.Case.Card.Situation.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_at_an_emergency_question_after_a_symptom_is_a_nurses_work()
    {
        var chat = await new PatientChat().Say("hi", "my back is a bit sore");
        Assert.Equal("red-flags-1", chat.Asked);
        Assert.Empty(chat.Cases);
        await chat.Wait(TimeSpan.FromMinutes(16));
        Assert.Equal(TimeSpan.FromHours(1), chat.Case.Disposition.Within);
    }

    [Fact]
    public async Task No_time_is_promised_where_cases_reach_nobody()
    {
        var chat = new PatientChat(ShippedContent.Hospital with { CasesReachANurse = false });
        await chat.Say("I have a fever of 102", "0", "0", "no", "1", "0", "0", "423 555 0142");
        Assert.DoesNotContain(chat.Texts, text => text.Contains("will call by", StringComparison.Ordinal));
        Assert.Contains(chat.Texts, text => text.Contains("423-555-0100", StringComparison.Ordinal));
    }
}
