namespace TriageBot.BotFramework.Tests.Adapters;

public class TestAdapterTests
{
    [Fact]
    public async Task What_comes_in_is_addressed_and_stamped()
    {
        var adapter = new TestAdapter(TestAdapter.CreateConversation("Fever"));
        Activity? seen = null;

        await adapter.ProcessActivityAsync(
            new Activity { Text = "hi" },
            (turn, _) =>
            {
                seen = turn.Activity;
                return Task.CompletedTask;
            }
        );

        Assert.Equal(("message", "0", "test"), (seen!.Type, seen.Id, seen.ChannelId));
        Assert.Equal(("user1", "bot", "Fever"), (seen.From!.Id, seen.Recipient!.Id, seen.Conversation!.Id));
        Assert.NotNull(seen.Timestamp);
    }

    [Theory]
    [InlineData(Channels.Directline)]
    [InlineData(Channels.Sms)]
    public async Task It_stands_for_any_channel(string channelId)
    {
        var adapter = new TestAdapter(channelId);

        await adapter.SendTextToBotAsync(
            "hi",
            (turn, stop) => turn.SendActivityAsync(turn.Activity.ChannelId!, cancellationToken: stop),
            CancellationToken.None
        );

        var reply = adapter.GetNextReply()!;
        Assert.Equal(channelId, reply.ChannelId);
        Assert.Equal(channelId, reply.AsMessageActivity()!.Text);
    }

    [Fact]
    public async Task Traces_are_queued_only_where_they_are_wanted()
    {
        BotCallbackHandler bot = (turn, stop) => turn.SendActivityAsync(Activity.CreateTraceActivity("note"), stop);

        var quiet = new TestAdapter();
        await quiet.SendTextToBotAsync("hi", bot, CancellationToken.None);
        var chatty = new TestAdapter(sendTraceActivity: true);
        await chatty.SendTextToBotAsync("hi", bot, CancellationToken.None);

        Assert.Null(quiet.GetNextReply());
        Assert.Equal(ActivityTypes.Trace, chatty.GetNextReply()!.Type);
    }

    [Fact]
    public async Task Queued_replies_can_be_changed_and_deleted()
    {
        var adapter = new TestAdapter();

        await adapter.SendTextToBotAsync(
            "hi",
            async (turn, stop) =>
            {
                var first = await turn.SendActivityAsync("first", cancellationToken: stop);
                var second = await turn.SendActivityAsync("second", cancellationToken: stop);
                await turn.DeleteActivityAsync(first.Id!, stop);
                await turn.UpdateActivityAsync(new Activity("message") { Id = second.Id, Text = "changed" }, stop);
            },
            CancellationToken.None
        );

        Assert.Equal("changed", ((Activity)Assert.Single(adapter.ActiveQueue)).Text);
    }

    [Fact]
    public async Task Who_waits_for_a_reply_gets_the_next_one()
    {
        var adapter = new TestAdapter();
        var reply = adapter.GetNextReplyAsync();
        Assert.False(reply.IsCompleted);

        await adapter.SendTextToBotAsync(
            "hi",
            (turn, stop) => turn.SendActivityAsync("hello", cancellationToken: stop),
            CancellationToken.None
        );

        Assert.Equal("hello", (await reply)!.AsMessageActivity()!.Text);
        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public async Task A_reply_is_not_lost_to_somebody_who_gave_up_waiting()
    {
        var adapter = new TestAdapter();
        using var impatient = new CancellationTokenSource();
        var abandoned = adapter.GetNextReplyAsync(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => abandoned);

        await adapter.SendTextToBotAsync(
            "hi",
            (turn, stop) => turn.SendActivityAsync("hello", cancellationToken: stop),
            CancellationToken.None
        );

        Assert.Equal("hello", adapter.GetNextReply()!.AsMessageActivity()!.Text);
    }
}
