using TriageBot.Records.Clocks;

namespace TriageBot.Records.Tests;

/// <summary>What timers and due times must keep to in whatever database.</summary>
public abstract class ClockCompliance : RecordsCompliance
{
    private const string Fired = "> triagebot/timer/silence";

    [Fact]
    public async Task A_timer_wakes_the_conversation_once_when_it_is_due()
    {
        var answer = await Ward.Say("timer 15");

        Ward.Clock.Advance(TimeSpan.FromMinutes(14));
        await Ward.Timers.SweepAsync();
        Assert.DoesNotContain(Fired, await Ward.Transcript(answer.ConversationId!));

        Ward.Clock.Advance(TimeSpan.FromMinutes(1));
        await Ward.Timers.SweepAsync();
        await Ward.Timers.SweepAsync();
        Assert.Equal(
            ["> timer 15", "< 1: timer 15", Fired, "< 2: triagebot/timer/silence"],
            await Ward.Transcript(answer.ConversationId!)
        );
    }

    [Fact]
    public async Task What_a_timer_makes_the_bot_say_is_sent_to_where_the_patient_last_wrote_from()
    {
        await Ward.Say("timer 15", expectReplies: true);
        Ward.Clock.Advance(TimeSpan.FromMinutes(15));

        await Ward.Timers.SweepAsync();
        await Ward.Delivery.SweepAsync();

        var sent = Assert.Single(Ward.Channel.Reached).Activity;
        Assert.Equal(
            ("ann", "talk-ann", "http://localhost:9/"),
            (sent.Recipient?.Id, sent.Conversation?.Id, sent.ServiceUrl)
        );
    }

    [Fact]
    public async Task A_cancelled_timer_does_not_fire()
    {
        await Ward.Say("timer 15");
        var answer = await Ward.Say("cancel");
        Ward.Clock.Advance(TimeSpan.FromMinutes(15));

        await Ward.Timers.SweepAsync();

        Assert.DoesNotContain(Fired, await Ward.Transcript(answer.ConversationId!));
    }

    [Fact]
    public async Task A_timer_set_anew_fires_at_the_new_time_only()
    {
        await Ward.Say("timer 15");
        Ward.Clock.Advance(TimeSpan.FromMinutes(10));
        var answer = await Ward.Say("timer 15");

        Ward.Clock.Advance(TimeSpan.FromMinutes(10));
        await Ward.Timers.SweepAsync();
        Assert.DoesNotContain(Fired, await Ward.Transcript(answer.ConversationId!));

        Ward.Clock.Advance(TimeSpan.FromMinutes(5));
        await Ward.Timers.SweepAsync();
        Assert.Contains(Fired, await Ward.Transcript(answer.ConversationId!));
    }

    [Fact]
    public async Task A_timer_that_a_message_overtook_is_moot()
    {
        await Ward.Say("timer 15");
        var timer = Assert.Single(await Ward.Read(records => records.Timers));
        var answer = await Ward.Say("cancel");

        var fired = await Ward.Runner.RunAsync(new TimerArrival(timer));

        Assert.False(fired.IsStored);
        Assert.DoesNotContain(Fired, await Ward.Transcript(answer.ConversationId!));
    }

    [Fact]
    public async Task A_timer_whose_turn_throws_does_not_fire_again_and_a_nurse_hears_of_it()
    {
        await Ward.Say("timer 15");
        Ward.Clock.Advance(TimeSpan.FromMinutes(15));
        Ward.Failpoints.Arm(Failpoints.TurnThrows, "throw");

        await Ward.Timers.SweepAsync();

        Assert.Empty(await Ward.Read(records => records.Timers));
        Assert.Single(await Ward.Read(records => records.Cases));
    }

    [Fact]
    public async Task A_timer_set_again_for_a_moment_it_has_fired_at_is_dropped()
    {
        await Ward.Say("timer 0");
        await Ward.Timers.SweepAsync();
        var answer = await Ward.Say("timer 0");

        await Ward.Timers.SweepAsync();

        Assert.Single(await Ward.Transcript(answer.ConversationId!), Fired);
        Assert.Empty(await Ward.Read(records => records.Timers));
    }

    [Fact]
    public async Task A_case_that_falls_due_is_told_once()
    {
        await Ward.Say("case c1 1");
        Ward.Clock.Advance(TimeSpan.FromMinutes(59));
        await Ward.Timers.SweepAsync();
        Ward.Clock.Advance(TimeSpan.FromMinutes(1));
        await Ward.Timers.SweepAsync();
        await Ward.Timers.SweepAsync();

        Assert.Equal(
            ["opened", "due"],
            await Ward.Read(records => records.Notices.OrderBy(row => row.Id).Select(row => row.Type))
        );
    }

    [Fact]
    public async Task A_closed_case_does_not_fall_due()
    {
        await Ward.Say("case c1 1");
        await Ward.Desk.CloseAsync("c1", "Nora", "called");
        Ward.Clock.Advance(TimeSpan.FromHours(2));

        await Ward.Timers.SweepAsync();

        Assert.Equal(["opened"], await Ward.Read(records => records.Notices.Select(row => row.Type)));
    }

    [Fact]
    public async Task One_conversation_can_travel_in_time_without_the_others()
    {
        var ann = await Ward.Say("timer 15");
        await Ward.Say("case c1 1");
        var bob = await Ward.Say("timer 15", user: "bob");

        var travel = new TimeTravel(Ward.Database, Ward.Changes);
        Assert.True(await travel.MoveAsync(ann.ConversationId!, TimeSpan.FromHours(1)));
        await Ward.Timers.SweepAsync();

        Assert.Contains(Fired, await Ward.Transcript(ann.ConversationId!));
        Assert.DoesNotContain(Fired, await Ward.Transcript(bob.ConversationId!));
        Assert.Contains("due", await Ward.Read(records => records.Notices.Select(row => row.Type)));
        Assert.False(await travel.MoveAsync("nobody", TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task After_a_journey_new_timers_count_on_the_conversations_own_clock()
    {
        var ann = await Ward.Say("hello");
        await new TimeTravel(Ward.Database, Ward.Changes).MoveAsync(ann.ConversationId!, TimeSpan.FromDays(14));
        await Ward.Say("timer 15");

        var timer = Assert.Single(await Ward.Read(records => records.Timers));
        Assert.Equal(Ward.Clock.GetUtcNow().AddMinutes(15), timer.FiresAt);
        Assert.Equal(timer.FiresAt.AddDays(14), timer.Due);
    }

    [Fact]
    public async Task The_service_fires_what_comes_due_while_it_runs()
    {
        var fired = new TaskCompletionSource();
        Ward.Also = turn =>
        {
            if (turn.Activity.Name is not null)
            {
                fired.TrySetResult();
            }
            return Task.CompletedTask;
        };
        using var stop = new CancellationTokenSource();
        var running = Ward.Timers.RunAsync(stop.Token);
        await Ward.Say("timer 15");

        while (!fired.Task.IsCompleted)
        {
            Ward.Clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }
        await stop.CancelAsync();
        await running;
    }
}
