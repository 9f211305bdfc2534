using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;

namespace TriageBot.Records.Tests;

/// <summary>What a turn leaves that throws, or does not end.</summary>
public abstract class FailedTurnCompliance : RecordsCompliance
{
    [Fact]
    public async Task A_turn_that_throws_changes_nothing_but_leaves_the_safety_text_and_a_case()
    {
        await Ward.Say("hello");
        var answer = await Ward.Say("throw", expectReplies: true);
        var next = await Ward.Say("still here?");

        Assert.Equal(200, answer.Status);
        Assert.Contains("Something went wrong", answer.Body);
        Assert.Equal("< 2: still here?", (await Ward.Transcript(next.ConversationId!))[^1]);
        var file = Assert.Single(await Ward.Read(records => records.Cases));
        Assert.Equal((CaseKind.BotFailed, Route.Callback, 60), (file.Kind, file.Route, file.WithinMinutes));
        Assert.Equal(Ward.Clock.GetUtcNow().AddHours(1), file.Due);
        Assert.Contains("throw", file.Card);
    }

    [Fact]
    public async Task A_duplicate_of_a_failed_turn_gets_the_safety_text_again()
    {
        var first = await Ward.Say("throw", "m1", expectReplies: true);
        var second = await Ward.Say("throw", "m1", expectReplies: true);

        Assert.Equal(first.Body, second.Body);
        Assert.True(second.IsRepeat);
        Assert.Equal(2, (await Ward.Transcript(first.ConversationId!)).Count);
    }

    [Fact]
    public async Task A_second_failed_turn_raises_the_one_open_case_where_it_may_be_an_emergency()
    {
        await Ward.Say("throw");
        await Ward.Say("throw");
        await Ward.Say("throw my chest hurts");
        await Ward.Say("throw");

        var file = Assert.Single(await Ward.Read(records => records.Cases));
        Assert.Equal(Ward.Clock.GetUtcNow().AddMinutes(5), file.Due);
        Assert.Equal(
            ["opened", "raised"],
            await Ward.Read(records => records.Notices.OrderBy(row => row.Id).Select(row => row.Type))
        );
    }

    [Fact]
    public async Task A_failpoint_makes_one_turn_throw()
    {
        Ward.Failpoints.Arm(Failpoints.TurnThrows, "throw");

        var failed = await Ward.Say("hello");
        var next = await Ward.Say("hello");

        Assert.Equal(
            "< Something went wrong. A nurse will read it.",
            (await Ward.Transcript(failed.ConversationId!))[1]
        );
        Assert.Equal("< 1: hello", (await Ward.Transcript(next.ConversationId!))[^1]);
    }

    [Fact]
    public async Task A_turn_that_does_not_end_in_ten_seconds_is_answered_and_frees_its_conversation()
    {
        var began = new TaskCompletionSource();
        Ward.Also = async _ =>
        {
            began.SetResult();
            await new TaskCompletionSource().Task;
        };
        var stuck = Ward.Say("hello");
        await began.Task;

        Ward.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(503, (await stuck).Status);
        Assert.NotNull((await stuck).RetryAfter);
        Ward.Also = null;
        Assert.Equal(200, (await Ward.Say("hello")).Status);
    }

    [Fact]
    public async Task Giving_up_waiting_does_not_give_up_the_turn()
    {
        var gate = new TaskCompletionSource();
        Ward.Also = _ => gate.Task;
        using var impatient = new CancellationTokenSource();
        var waiting = Ward.Runner.RunAsync(Ward.Message("hello", "m1"), impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        var again = Ward.Say("hello", "m1");
        gate.SetResult();

        Assert.Equal(["> hello", "< 1: hello"], await Ward.Transcript((await again).ConversationId!));
    }
}
