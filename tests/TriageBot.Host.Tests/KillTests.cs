using System.Net;
using System.Text.Json.Nodes;
using TriageBot.Conversation.Effects;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Tests;

/// <summary>The host dies in the middle of its work, and goes on where it was.</summary>
public sealed class KillTests : IDisposable
{
    private const int RandomKills = 50;
    private const int MostLife = 2000;
    private const int Seed = 20261122;

    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(Failpoints.BeforeCommit, 0)]
    [InlineData(Failpoints.AfterCommit, 0)]
    [InlineData(Failpoints.BeforeSend, 0)]
    [InlineData(Failpoints.AfterSend, 1)]
    public async Task Killed_at_a_failpoint_nothing_is_lost_and_nobody_is_asked_twice(string failpoint, int mostRepeats)
    {
        await using var connector = await FakeServer.StartAsync();
        var patient = new PushedPatient(connector);
        await Greeted(patient);
        await using (var host = await HostProcess.StartAsync(directory.Path, $"{failpoint}:kill"))
        {
            await patient.TrySend(host, "I have a fever of 102");
            await host.HasDiedAsync();
        }

        await using (var host = await HostProcess.StartAsync(directory.Path))
        {
            await patient.SendAgainUntilTaken(host);
            await patient.HearsAsync(3);
            await patient.SendUntilTaken(host, "0");
            await patient.HearsAsync(4);
            await host.StopAsync();
        }

        Assert.InRange(connector.Received.Count - patient.Heard.Count, 0, mostRepeats);
        Assert.Equal(patient.QuestionsAsked.Distinct(), patient.QuestionsAsked);
        await AssertWhole([patient]);
    }

    [Fact]
    public async Task Killed_twice_over_a_question_a_nurse_is_told_and_who_writes_again_goes_on()
    {
        await using var connector = await FakeServer.StartAsync();
        var patient = new PushedPatient(connector);
        await Greeted(patient);
        await using (var host = await HostProcess.StartAsync(directory.Path, $"{Failpoints.BeforeSend}:kill"))
        {
            await patient.TrySend(host, "I have a fever of 102");
            await host.HasDiedAsync();
        }

        await using (var host = await HostProcess.StartAsync(directory.Path, $"{Failpoints.BeforeSend}:kill"))
        {
            await host.HasDiedAsync();
        }

        await using (var host = await HostProcess.StartAsync(directory.Path))
        {
            await Until.True(() => patient.IsGivenUp(directory.Path), "a nurse is told");
            await patient.SendAgainUntilTaken(host);
            Assert.Equal(2, patient.Heard.Count);
            await patient.SendUntilTaken(host, "are you there?");
            await patient.HearsAsync(3);
            await host.StopAsync();
        }

        Assert.Equal("red-flags-1-sure", patient.QuestionsAsked[^1]);
        await AssertWhole([patient]);
    }

    [Fact]
    public async Task Killed_fifty_times_at_random_nothing_acknowledged_is_missing_and_nobody_is_asked_twice()
    {
        await using var connector = await FakeServer.StartAsync();
        var random = new Random(Seed);
        var patients = new List<PushedPatient> { new(connector, "p0") };
        for (var kill = 0; kill < RandomKills; kill++)
        {
            await using var host = await HostProcess.StartAsync(directory.Path);
            using var death = new CancellationTokenSource();
            var talking = patients[^1].GoOnUntil(host, death.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(MostLife)), TimeProvider.System);
            await host.KillAsync();
            await death.CancelAsync();
            await talking;
            BringNext(patients, isDone: patients[^1].IsDone);
        }

        await using (var host = await HostProcess.StartAsync(directory.Path))
        {
            await Until.True(
                async () =>
                {
                    await patients[^1].GoOn(host);
                    BringNext(patients, isDone: false);
                    return patients[^1].IsDone;
                },
                () => $"the last conversation ends: {patients[^1]}"
            );
        }

        var reached = patients.Where(patient => !patient.IsGivenUp(directory.Path)).ToList();
        Assert.NotEmpty(reached);
        Assert.All(reached, patient => Assert.Equal("callback", patient.Disposition));
        Assert.All(patients, patient => Assert.Equal(patient.QuestionsAsked.Distinct(), patient.QuestionsAsked));
        await AssertWhole(patients);
    }

    private async Task Greeted(PushedPatient patient)
    {
        await using var host = await HostProcess.StartAsync(directory.Path);
        await patient.SendUntilTaken(host, "hello");
        await patient.HearsAsync(2);
        await host.StopAsync();
    }

    // Whoever did not get a question cannot answer it, and is a nurse's to reach.
    private void BringNext(List<PushedPatient> patients, bool isDone)
    {
        if (isDone || patients[^1].IsGivenUp(directory.Path))
        {
            patients.Add(new PushedPatient(patients[^1].Connector, $"p{patients.Count}"));
        }
    }

    /// <summary>What was acknowledged is there once, numbers have no gap, and what was said was delivered.</summary>
    private async Task AssertWhole(List<PushedPatient> patients)
    {
        await using var host = await TestHost.StartAsync(directory.Path);
        await Until.True(
            async () => (await host.Stored()).All(row => row.Delivery != DeliveryState.Pending),
            "everything was sent"
        );
        var rows = await host.Stored();
        foreach (var conversation in rows.GroupBy(row => row.ConversationId))
        {
            var numbers = conversation.Select(row => row.Sequence).Order().ToList();
            Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number), numbers);
        }

        foreach (var patient in patients)
        {
            var arrived = rows.Where(row => row.Direction == ActivityDirection.In).Select(row => row.ActivityId);
            Assert.All(patient.Acknowledged, id => Assert.Single(arrived, id));
        }

        // A message whose sender died twice over it is not sent a third time: a nurse is told.
        var givenUp = rows.Where(row => row is { Delivery: DeliveryState.Failed, Doubts: >= 2 }).ToHashSet();
        Assert.DoesNotContain(
            rows,
            row => row.Delivery is DeliveryState.Failed or DeliveryState.Thrown && !givenUp.Contains(row)
        );
        var told = (await host.Cases())
            .Where(file => file.Kind == CaseKind.Undelivered)
            .Select(file => file.ConversationId)
            .ToHashSet();
        Assert.All(givenUp.Where(row => row.Weight is not null), row => Assert.Contains(row.ConversationId, told));
        var received = patients[0].Connector.Received.Select(PushedPatient.IdOf).ToHashSet();
        var written = rows.Where(row => row.Direction == ActivityDirection.Out).ToList();
        Assert.Subset(written.Select(row => row.ActivityId!).ToHashSet(), received);
        Assert.Superset(written.Except(givenUp).Select(row => row.ActivityId!).ToHashSet(), received);
    }
}
