using Microsoft.EntityFrameworkCore;
using TriageBot.BotFramework.Hosting;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;
using TriageBot.Records.Deliveries;

namespace TriageBot.Records.Tests;

/// <summary>What delivery must keep to in whatever database.</summary>
public abstract class DeliveryCompliance : RecordsCompliance
{
    private static readonly Delivery Refused = new Delivery.Refused(null, 503);
    private static readonly Delivery Unknown = new Delivery.Unknown("timeout");
    private static readonly Delivery Failed = new Delivery.Failed(403, "The channel answered 403.");

    [Fact]
    public async Task Replies_leave_in_order_and_once()
    {
        await Ward.Say("one");
        await Ward.Say("two");

        await Ward.Delivery.SweepAsync();
        await Ward.Delivery.SweepAsync();

        Assert.Equal(["1: one", "2: two"], Ward.Channel.Texts);
        Assert.Equal([DeliveryState.Sent, DeliveryState.Sent], await States());
    }

    [Fact]
    public async Task Those_who_send_at_the_same_time_send_nothing_twice()
    {
        for (var patient = 0; patient < 20; patient++)
        {
            await Ward.Say("one", user: $"patient-{patient}");
            await Ward.Say("two", user: $"patient-{patient}");
        }
        using var ready = new Barrier(2);

        await Task.WhenAll(Sweep(), Sweep());

        Assert.Equal(40, Ward.Channel.Reached.Count);
        Assert.Equal(40, Ward.Channel.Reached.DistinctBy(message => message.Activity.Id).Count());

        Task Sweep() =>
            Task.Run(async () =>
            {
                ready.SignalAndWait();
                await Ward.Delivery.SweepAsync();
            });
    }

    [Fact]
    public async Task Expected_replies_are_handed_over_and_never_sent()
    {
        await Ward.Say("one", expectReplies: true);

        await Ward.Delivery.SweepAsync();

        Assert.Empty(Ward.Channel.Reached);
        Assert.Equal([DeliveryState.Handed], await States());
    }

    [Fact]
    public async Task A_refused_message_is_tried_again_later_and_holds_the_ones_behind_it()
    {
        await Ward.Say("one");
        await Ward.Say("two");
        Ward.Channel.Next(Refused, Refused);

        await Ward.Delivery.SweepAsync();
        Assert.Empty(Ward.Channel.Reached);
        Ward.Clock.Advance(TimeSpan.FromSeconds(2));
        await Ward.Delivery.SweepAsync();
        Assert.Empty(Ward.Channel.Reached);
        Ward.Clock.Advance(TimeSpan.FromSeconds(4));
        await Ward.Delivery.SweepAsync();

        Assert.Equal(["1: one", "2: two"], Ward.Channel.Texts);
    }

    [Fact]
    public async Task A_channel_that_asks_to_wait_is_left_alone_for_that_long()
    {
        await Ward.Say("one");
        Ward.Channel.Next(new Delivery.Refused(TimeSpan.FromSeconds(90), 429));
        await Ward.Delivery.SweepAsync();

        Ward.Clock.Advance(TimeSpan.FromSeconds(89));
        await Ward.Delivery.SweepAsync();
        Assert.Empty(Ward.Channel.Reached);

        Ward.Clock.Advance(TimeSpan.FromSeconds(1));
        await Ward.Delivery.SweepAsync();
        Assert.Single(Ward.Channel.Reached);
    }

    [Fact]
    public async Task A_message_of_unknown_fate_is_sent_again_with_the_same_id_and_at_most_twice()
    {
        await Ward.Say("one");
        Ward.Channel.Next(Unknown, Unknown);

        for (var minute = 0; minute < 20; minute++)
        {
            await Ward.Delivery.SweepAsync();
            Ward.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, Ward.Channel.Reached.Count);
        Assert.Single(Ward.Channel.Reached.Select(message => message.Activity.Id).Distinct());
        Assert.Equal([false, true], Ward.Channel.Reached.Select(message => message.MayBeRepeat));
    }

    [Fact]
    public async Task A_sender_that_throws_does_not_lose_the_message()
    {
        await Ward.Say("one");
        Ward.Channel.NextThrows();

        await Ward.Delivery.SweepAsync();
        Ward.Clock.Advance(TimeSpan.FromMinutes(1));
        await Ward.Delivery.SweepAsync();

        Assert.Equal([DeliveryState.Sent], await States());
    }

    [Fact]
    public async Task A_message_that_will_never_arrive_lets_the_next_one_pass()
    {
        await Ward.Say("one");
        await Ward.Say("two");
        Ward.Channel.Next(Failed);

        await Ward.Delivery.SweepAsync();

        Assert.Equal([DeliveryState.Failed, DeliveryState.Sent], await States());
        Assert.Empty(await Ward.Read(records => records.Cases));
    }

    [Theory]
    [InlineData("instruction", 5)]
    [InlineData("promise", 60)]
    [InlineData("question", 60)]
    public async Task A_nurse_hears_of_a_text_that_mattered_and_did_not_arrive(string weight, int minutes)
    {
        await Ward.Say($"weigh {weight}");
        await Ward.Say($"weigh {weight}");
        Ward.Channel.Next(Failed, Failed);

        await Ward.Delivery.SweepAsync();

        var file = Assert.Single(await Ward.Read(records => records.Cases));
        Assert.Equal(CaseKind.Undelivered, file.Kind);
        Assert.Equal(Ward.Clock.GetUtcNow().AddMinutes(minutes), file.Due);
        Assert.Equal(minutes == 5 ? Route.Emergency : Route.Callback, file.Route);
    }

    [Fact]
    public async Task A_channel_that_refuses_for_a_quarter_of_an_hour_will_not_take_it()
    {
        await Ward.Say("one");
        for (var minute = 0; minute < 16; minute++)
        {
            Ward.Channel.Next(Refused);
            await Ward.Delivery.SweepAsync();
            Ward.Clock.Advance(TimeSpan.FromMinutes(1.5));
        }

        Assert.Equal([DeliveryState.Failed], await States());
    }

    [Fact]
    public async Task What_was_committed_before_a_long_stop_is_still_sent_after_it()
    {
        await Ward.Say("one");
        Ward.Clock.Advance(TimeSpan.FromHours(1));

        await Ward.Delivery.SweepAsync();

        Assert.Equal(["1: one"], Ward.Channel.Texts);
    }

    [Fact]
    public async Task A_message_whose_time_has_passed_is_replaced_and_not_sent()
    {
        await Ward.Say("fresh 60");
        Ward.Clock.Advance(TimeSpan.FromSeconds(61));

        await Ward.Delivery.SweepAsync();

        Assert.Equal([$"2: {TurnFacts.MessageStaleEvent}"], Ward.Channel.Texts);
        Assert.Equal([DeliveryState.Stale, DeliveryState.Sent], await States());
    }

    [Fact]
    public async Task However_long_a_channel_asks_to_wait_a_nurse_hears_within_a_quarter_of_an_hour()
    {
        await Ward.Say("weigh instruction");
        Ward.Channel.Next(new Delivery.Refused(TimeSpan.FromDays(1), 429), Refused);

        await Ward.Delivery.SweepAsync();
        Ward.Clock.Advance(TimeSpan.FromMinutes(15));
        await Ward.Delivery.SweepAsync();

        Assert.Equal([DeliveryState.Failed], await States());
        Assert.Single(await Ward.Read(records => records.Cases));
    }

    [Fact]
    public async Task A_promise_that_waits_is_replaced_when_its_time_has_come()
    {
        await Ward.Say("fresh 60");
        Ward.Channel.Next(new Delivery.Refused(TimeSpan.FromMinutes(10), 429));

        await Ward.Delivery.SweepAsync();
        Ward.Clock.Advance(TimeSpan.FromSeconds(61));
        await Ward.Delivery.SweepAsync();

        Assert.Equal([DeliveryState.Stale, DeliveryState.Sent], await States());
    }

    [Fact]
    public async Task The_service_sends_what_turns_commit_while_it_runs_and_stops_when_told()
    {
        using var stop = new CancellationTokenSource();
        var running = Ward.Delivery.RunAsync(stop.Token);

        await Ward.Say("one");
        await Ward.Channel.ReachedOnce;
        await stop.CancelAsync();
        await running;

        Assert.Equal([DeliveryState.Sent], await States());
    }
}
