using System.Net;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Host.Tests;

/// <summary>What channels do to messages: they send them twice, and two at a time.</summary>
public sealed class RepeatTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly TestHost host = shared.Host;

    [Fact]
    public async Task The_same_activity_many_times_at_once_and_later_is_one_turn_with_one_answer()
    {
        var patient = new Patient(host.Http, "twice");
        var bodies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Send(patient, "I have a fever of 102", "m-1"))
        );
        var later = await Send(patient, "I have a fever of 102", "m-1");
        Assert.Single(bodies.Append(later).Distinct());
        Assert.NotEmpty(patient.Take(later));
        Assert.Single(await Arrived("twice"));
    }

    [Fact]
    public async Task Two_messages_at_the_same_moment_are_both_processed_one_after_the_other()
    {
        var patient = new Patient(host.Http, "crossing");
        await patient.Say("hello");
        var bodies = await Task.WhenAll(
            Send(patient, "my back itches a little", "m-1"),
            Send(patient, "and I have a rash", "m-2")
        );
        Assert.Equal(2, bodies.Distinct().Count());

        var rows = await Said("crossing");
        Assert.Equal(3, rows.Count(row => row.Direction == ActivityDirection.In));
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(number => (long)number), rows.Select(row => row.Sequence));
        // Replies stand behind what they answer, and before the next arrival.
        Assert.All(
            rows.Where(row => row.AnswersSequence is not null),
            row => Assert.True(row.Sequence > row.AnswersSequence)
        );
        var words = string.Concat((await host.Cases()).Select(file => file.Card));
        Assert.Contains("itches", words, StringComparison.Ordinal);
        Assert.Contains("rash", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_id_nothing_is_taken_for_a_repeat()
    {
        var patient = new Patient(host.Http, "nameless");
        for (var i = 0; i < 2; i++)
        {
            var message = patient.Message("hello");
            message.Remove("id");
            using var response = await patient.Post(message);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(2, (await Arrived("nameless")).Count);
    }

    private static async Task<string> Send(Patient patient, string text, string id)
    {
        using var response = await patient.Post(patient.Message(text, id));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<List<ActivityRow>> Arrived(string user) =>
        [.. (await Said(user)).Where(row => row.Direction == ActivityDirection.In)];

    private Task<List<ActivityRow>> Said(string user) =>
        host.Read(records =>
            from row in records.Activities
            join address in records.Addresses on row.ConversationId equals address.ConversationId
            where address.UserId == user
            orderby row.Sequence
            select row
        );
}
