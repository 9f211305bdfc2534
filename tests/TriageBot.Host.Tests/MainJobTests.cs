using TriageBot.Conversation.Effects;
using TriageBot.Host.Tests.Support;
using TriageBot.Protocols.Routes;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;

namespace TriageBot.Host.Tests;

/// <summary>Conversations to their end, on the real host over HTTP.</summary>
public sealed class MainJobTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Instruction = "Call 911 now.";

    /// <summary>The answers of somebody who is well, question by question.</summary>
    private static readonly Dictionary<string, string> Well = new()
    {
        ["text"] = "fine",
        ["any-of"] = "0",
        ["yes-no"] = "no",
        ["choice"] = "1",
        ["temperature"] = "98.6",
        ["scale"] = "1",
        ["phone"] = "no",
    };

    private readonly TestHost host = shared.Host;

    [Theory]
    [InlineData("my chest hurts and feels tight", "chest_pain")]
    [InlineData("my left leg gives way when I stand", "weakness")]
    [InlineData("I am numb between my legs", "saddle_numbness")]
    public async Task An_emergency_in_the_first_words_is_answered_at_once(string words, string finding)
    {
        var patient = NewPatient();
        var replies = await patient.Say(words);
        Assert.StartsWith(Instruction, replies[0].Text, StringComparison.Ordinal);
        Assert.Equal("emergency", replies[0].Disposition);
        var file = await CaseOf(patient);
        Assert.Equal(Route.Emergency, file.Route);
        Assert.Contains(finding, file.Card, StringComparison.Ordinal);
        Assert.Equal(5, file.MinutesGiven());
    }

    [Theory]
    [InlineData("my thigh went numb", "numbness")]
    [InlineData("yellow stuff drains from the cut", "discharge")]
    [InlineData("I have a fever of 102", "fever")]
    public async Task What_needs_a_nurse_opens_a_case_in_the_turn_that_names_it(string words, string finding)
    {
        var patient = NewPatient();
        await patient.Say(words);
        var file = await CaseOf(patient);
        Assert.Equal(Route.Callback, file.Route);
        Assert.Contains(finding, file.Card, StringComparison.Ordinal);

        await AnswerAsIfWell(patient);
        Assert.Equal("callback", patient.Disposition);
        Assert.Single(await CasesOf(patient));
    }

    [Fact]
    public async Task Somebody_who_is_well_is_asked_at_most_seven_questions_and_hears_that_no_nurse_was_told()
    {
        var patient = NewPatient();
        await patient.Say("hello");
        await AnswerAsIfWell(patient);
        Assert.Equal("selfcare", patient.Disposition);
        Assert.InRange(patient.QuestionsAsked.Distinct().Count(), 3, 7);
        Assert.Empty(await CasesOf(patient));
        Assert.Contains(patient.Heard, reply => reply.Text.Contains("No nurse was told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_red_flag_is_answered_first_whichever_question_it_comes_at()
    {
        var questions = await QuestionsOfSomebodyWell();
        for (var step = 1; step <= questions.Count; step++)
        {
            var patient = NewPatient();
            await patient.Say("hello");
            for (var answered = 1; answered < step && patient.LastQuestion is not null; answered++)
            {
                await patient.Say(AnswerOfTheWell(patient));
            }

            var replies = await patient.Say("no but now I have crushing chest pain");
            Assert.True(
                replies[0].Text.StartsWith(Instruction, StringComparison.Ordinal),
                $"at '{questions[step - 1]}' the first message was: {replies[0].Text}"
            );
            Assert.Equal(Route.Emergency, (await CaseOf(patient)).Route);
        }
    }

    [Fact]
    public async Task No_text_promises_a_call_without_a_number_in_the_same_transaction()
    {
        var patient = NewPatient();
        var before = await patient.Say("I have a fever of 102");
        await AnswerAsIfWell(patient, until: "phone");
        Assert.DoesNotContain(patient.Heard, reply => Promises(reply.Text));
        Assert.NotEmpty(before);

        var after = await patient.Say("423 555 0142");
        Assert.Contains(after, reply => Promises(reply.Text));
        var card = CaseFile.CardOf(await CaseOf(patient))!;
        Assert.Equal("+14235550142", card.Background.Phone);
    }

    [Fact]
    public async Task Where_nobody_is_told_of_cases_no_text_promises_a_call()
    {
        await using var alone = await TestHost.StartAsync(settings: "--Cases:Watched=false");
        Assert.Contains("Cases reach nobody", alone.Log.All, StringComparison.Ordinal);
        var patient = new Patient(alone.Http);
        await patient.Say("I have a fever of 102. My number is 423 555 0142");
        await AnswerAsIfWell(patient);
        Assert.Equal("callback", patient.Disposition);
        Assert.DoesNotContain(patient.Heard, reply => Promises(reply.Text));
        Assert.Contains(patient.Heard, reply => reply.Text.Contains("423-555-0100", StringComparison.Ordinal));
        Assert.Single(await alone.Cases());
    }

    [Fact]
    public async Task A_patient_who_stops_after_a_fever_has_a_case_with_a_due_time()
    {
        var patient = NewPatient();
        await patient.Say("fever 102");
        var file = await CaseOf(patient);
        Assert.Equal(CaseStatus.Open, file.Status);
        Assert.Equal(60, file.MinutesGiven());
    }

    [Fact]
    public async Task One_who_stops_before_an_emergency_question_has_a_case_fifteen_minutes_later()
    {
        await using var own = await TestHost.StartAsync();
        var patient = new Patient(own.Http);
        await patient.Say("the spot is a little sore");
        Assert.Equal("any-of", patient.LastQuestion!.Question!.Value.GetProperty("kind").GetString());
        Assert.Empty(await own.Cases());

        await own.Pass(TimeSpan.FromMinutes(14));
        Assert.Empty(await own.Cases());
        await own.Pass(TimeSpan.FromMinutes(2));
        var file = Assert.Single(await own.Cases());
        Assert.Equal(CaseKind.Triage, file.Kind);
        Assert.Equal(Route.Callback, file.Route);
        Assert.Equal(60, file.MinutesGiven());
    }

    private static bool Promises(string text) => text.Contains("nurse will", StringComparison.OrdinalIgnoreCase);

    private static string AnswerOfTheWell(Patient patient) =>
        Well[patient.LastQuestion!.Question!.Value.GetProperty("kind").GetString()!];

    private static async Task AnswerAsIfWell(Patient patient, string? until = null)
    {
        for (var turn = 0; turn < 30 && patient.LastQuestion?.Question is { } question; turn++)
        {
            if (question.GetProperty("kind").GetString() == until)
            {
                return;
            }

            await patient.Say(AnswerOfTheWell(patient));
        }
    }

    private async Task<List<string>> QuestionsOfSomebodyWell()
    {
        var patient = NewPatient();
        await patient.Say("hello");
        await AnswerAsIfWell(patient);
        return [.. patient.QuestionsAsked];
    }

    private Patient NewPatient() => new(host.Http, Guid.NewGuid().ToString("N"));

    private async Task<CaseRow> CaseOf(Patient patient) => Assert.Single(await CasesOf(patient));

    private Task<List<CaseRow>> CasesOf(Patient patient) =>
        host.Read(records =>
            from file in records.Cases
            join address in records.Addresses on file.ConversationId equals address.ConversationId
            where address.UserId == patient.Name
            select file
        );
}
