namespace TriageBot.BotFramework.Tests.Turns;

public sealed class TurnContextTests : IDisposable
{
    private readonly RecordingAdapter adapter = new();
    private readonly TurnContext turn;

    public TurnContextTests() =>
        turn = new TurnContext(
            adapter,
            new Activity("message")
            {
                Id = "in-1",
                Conversation = new ConversationAccount(id: "c"),
                From = new ChannelAccount("u"),
                Recipient = new ChannelAccount("b"),
            }
        );

    public void Dispose() => turn.Dispose();

    [Fact]
    public void A_turn_needs_an_adapter_and_an_activity()
    {
        Assert.Throws<ArgumentNullException>(() => new TurnContext(null!, new Activity()));
        Assert.Throws<ArgumentNullException>(() => new TurnContext(new RecordingAdapter(), null!));
    }

    [Fact]
    public async Task What_is_sent_is_a_reply_and_learns_its_id()
    {
        var message = MessageFactory.Text("hello");

        var response = await turn.SendActivityAsync(message);

        Assert.Equal(("in-1", "b", "u", "c"), Address(Assert.Single(adapter.Sent)));
        Assert.Equal("sent-0", response.Id);
        Assert.Equal("sent-0", message.Id);
        Assert.True(turn.Responded);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Nothing_cannot_be_said(string? text)
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(text!));
    }

    [Fact]
    public async Task A_trace_is_no_response()
    {
        await turn.SendActivityAsync(Activity.CreateTraceActivity("note"));

        Assert.False(turn.Responded);
        Assert.Equal(nameof(A_trace_is_no_response), ((Activity)Activity.CreateTraceActivity("note")).Label);
    }

    [Fact]
    public async Task Handlers_see_a_message_in_the_order_of_their_adding_and_may_change_it()
    {
        turn.OnSendActivities((_, activities, next) => Append(activities, "1", next));
        turn.OnSendActivities((_, activities, next) => Append(activities, "2", next));

        await turn.SendActivityAsync("text");

        Assert.Equal("text12", Assert.Single(adapter.Sent).Text);

        static Task<ResourceResponse[]?> Append(List<Activity> sent, string mark, Func<Task<ResourceResponse[]?>> next)
        {
            sent[0].Text += mark;
            return next();
        }
    }

    [Fact]
    public async Task A_handler_that_does_not_go_on_keeps_the_message_back()
    {
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]?>(null));

        var response = await turn.SendActivityAsync("text");

        Assert.Empty(adapter.Sent);
        Assert.Null(response.Id);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task Updates_and_deletions_pass_their_handlers()
    {
        turn.OnUpdateActivity(
            (_, activity, next) =>
            {
                activity.Text = "changed";
                return next();
            }
        );
        turn.OnDeleteActivity((_, _, _) => Task.CompletedTask);

        var response = await turn.UpdateActivityAsync(new Activity("message") { Id = "old" });
        await turn.DeleteActivityAsync("old");

        Assert.Equal("changed", Assert.Single(adapter.Updated).Text);
        Assert.Equal("c", adapter.Updated[0].Conversation!.Id);
        Assert.Equal("old", response.Id);
        Assert.Empty(adapter.Deleted);
    }

    [Fact]
    public async Task A_deletion_names_its_activity()
    {
        await turn.DeleteActivityAsync("old");
        await turn.DeleteActivityAsync(new ConversationReference("older"));

        Assert.Equal(["old", "older"], adapter.Deleted);
    }

    [Fact]
    public async Task Replies_that_are_expected_wait_in_the_turn()
    {
        turn.Activity.DeliveryMode = DeliveryModes.ExpectReplies;

        await turn.SendActivityAsync("one");

        Assert.Empty(adapter.Sent);
        Assert.Equal("one", Assert.Single(turn.BufferedReplyActivities).Text);
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task A_turn_over_another_activity_shares_state_and_handlers()
    {
        turn.TurnState.Add("key", "value");
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]?>(null));

        using var other = new TurnContext(turn, new Activity("event"));
        await other.SendActivityAsync("text");

        Assert.Equal("value", other.TurnState.Get<string>("key"));
        Assert.Empty(adapter.Sent);
    }

    [Fact]
    public void The_typed_view_shows_the_same_turn()
    {
        ITurnContext<IMessageActivity> view = new DelegatingTurnContext<IMessageActivity>(turn);

        Assert.Same(turn.Activity, view.Activity);
        Assert.Same(turn.TurnState, view.TurnState);
        Assert.Same(adapter, view.Adapter);
    }

    private static (string?, string?, string?, string?) Address(Activity activity) =>
        (activity.ReplyToId, activity.From?.Id, activity.Recipient?.Id, activity.Conversation?.Id);
}
