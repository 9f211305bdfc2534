using Microsoft.Extensions.DependencyInjection;
using TriageBot.BotFramework.Hosting;
using TriageBot.Conversation.Effects;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Host.Tests.Connector;

/// <summary>What becomes of replies where the channel behaves badly. An emergency has four of them.</summary>
public sealed class BadChannelTests : IAsyncLifetime
{
    private const int Replies = 4;
    private readonly TimersOnCall patience = new();
    private TokenIssuer issuer = null!;
    private ConnectorService channel = null!;
    private TestHost host = null!;

    public async Task InitializeAsync()
    {
        issuer = await TokenIssuer.StartAsync();
        channel = await ConnectorService.StartAsync();
        channel.Stalled = patience.Fire;
        host = await TestHost.StartAsync(
            // It has waited long enough when the test says so.
            services => services.AddSingleton(new ConnectorClient(ConnectorClient.CreateHttpClient(), patience)),
            settings: issuer.Settings
        );
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_was_refused_arrives_exactly_once_and_in_order(int status)
    {
        var refusal = new Behaviour.Refuse(status);
        channel.Next(refusal, refusal, new Behaviour.Take(), refusal);
        await Send();
        await Settle();
        Assert.Equal(Replies, channel.Taken.Count);
        Assert.Equal(channel.Taken.Order(StringComparer.Ordinal).Distinct(), channel.Taken);
        Assert.Equal(Replies + 3, channel.Asked.Count);
        Assert.All(await Outgoing(), message => Assert.Equal(DeliveryState.Sent, message.Delivery));
    }

    [Fact]
    public async Task A_channel_that_is_not_there_gets_everything_when_it_comes()
    {
        var port = channel.Address.Port;
        await channel.DisposeAsync();
        await Send();
        await host.PassSending(TimeSpan.FromSeconds(10));
        await using var later = await FakeServer.StartAsync(port);
        await Settle();
        Assert.Equal(Replies, later.Received.Count);
        Assert.Equal(
            Replies,
            later.Received.DistinctBy(sent => System.Text.Encoding.UTF8.GetString(sent.Body)).Count()
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stalled_answer_doubles_a_message_at_most_and_loses_none(bool takes) =>
        await ArrivesOnceOrTwice(new Behaviour.Stall(takes), takes);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cut_connection_doubles_a_message_at_most_and_loses_none(bool takes) =>
        await ArrivesOnceOrTwice(new Behaviour.Reset(takes), takes);

    [Fact]
    public async Task A_message_whose_fate_stays_unknown_leaves_twice_and_a_nurse_hears_of_it()
    {
        channel.Next(new Behaviour.Stall(Takes: false), new Behaviour.Reset(Takes: false));
        await Send();
        await Settle();
        Assert.Equal(Replies - 1, channel.Taken.Distinct().Count());
        Assert.Equal(Replies + 1, channel.Asked.Count);
        var undelivered = Assert.Single(await host.Cases(), file => file.Kind == CaseKind.Undelivered);
        Assert.Equal(5, undelivered.MinutesGiven());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task What_will_never_be_taken_lets_the_next_pass_and_a_nurse_hears_of_it(int status)
    {
        channel.Next(new Behaviour.Refuse(status));
        await Send();
        await Settle();
        Assert.Equal(channel.Asked.Distinct(), channel.Asked);
        Assert.Equal(Replies, channel.Asked.Count);
        Assert.Equal(channel.Asked.Skip(1), channel.Taken);
        Assert.Equal(DeliveryState.Failed, (await Outgoing())[0].Delivery);
        var undelivered = Assert.Single(await host.Cases(), file => file.Kind == CaseKind.Undelivered);
        Assert.Equal(5, undelivered.MinutesGiven());
    }

    [Fact]
    public async Task A_channel_that_asks_for_time_gets_it()
    {
        channel.Next(new Behaviour.Refuse(429, "120"));
        await Send();
        // The channel is asked before what it answered is written down, and its 120 seconds count from then.
        await Until.True(
            async () => (await Outgoing())[0] is var first && first.DueAt > first.At.AddSeconds(60),
            "the next attempt is put off"
        );
        await host.PassSending(TimeSpan.FromSeconds(110));
        Assert.Single(channel.Asked);
        await host.PassSending(TimeSpan.FromSeconds(15));
        Assert.Equal(Replies, channel.Taken.Count);
    }

    [Fact]
    public async Task A_channel_that_asks_for_a_day_does_not_keep_the_nurse_from_hearing_of_it()
    {
        var tomorrow = new Behaviour.Refuse(429, "86400");
        channel.Next([.. Enumerable.Repeat(tomorrow, 2 * Replies)]);
        await Send();
        await Until.True(() => channel.Asked.Count == 1, "the first attempt is made");
        for (var i = 0; i < Replies; i++)
        {
            await host.PassSending(TimeSpan.FromMinutes(16));
        }

        Assert.Empty(channel.Taken);
        Assert.Contains(await host.Cases(), file => file.Kind == CaseKind.Undelivered);
        Assert.All(await Outgoing(), message => Assert.NotEqual(DeliveryState.Pending, message.Delivery));
    }

    [Fact]
    public async Task One_conversation_that_waits_holds_up_no_other()
    {
        channel.Next(new Behaviour.Refuse(429, "600"));
        await Send("ann");
        await Until.True(() => channel.Asked.Count == 1, "the first attempt is made");
        await Send("bob");
        await Until.True(() => channel.Taken.Count == Replies, "bob's replies arrive");
        Assert.Single(channel.Taken.Select(id => id.Split('|')[0]).Distinct());
    }

    private async Task ArrivesOnceOrTwice(Behaviour bad, bool takes)
    {
        channel.Next(bad, new Behaviour.Take(), bad);
        await Send();
        await Settle();
        var times = channel.Taken.CountBy(id => id).Select(pair => pair.Value).ToList();
        Assert.Equal(Replies, times.Count);
        Assert.Equal(takes ? 2 : 0, times.Count(count => count == 2));
        Assert.All(times, count => Assert.InRange(count, 1, 2));
        Assert.Equal(channel.Taken.Order(StringComparer.Ordinal), channel.Taken);
        Assert.DoesNotContain(await host.Cases(), file => file.Kind == CaseKind.Undelivered);
    }

    private Task Send(string name = "ann") => PushedMessage.Send(host, issuer, channel.Address, "my chest hurts", name);

    /// <summary>Puts the clock forward until nothing waits to be sent.</summary>
    private Task Settle() =>
        Until.True(
            async () =>
            {
                await host.PassSending(TimeSpan.FromSeconds(10));
                return (await Outgoing()).All(message => message.Delivery != DeliveryState.Pending);
            },
            "nothing waits to be sent"
        );

    private async Task<List<ActivityRow>> Outgoing() =>
        [.. (await host.Stored()).Where(row => row.Direction == ActivityDirection.Out)];
}
