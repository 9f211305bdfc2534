namespace TriageBot.BotFramework.Tests.Hosting;

public class DurableAdapterTests
{
    private readonly DurableAdapter adapter = new();
    private readonly TestUnit unit = new();

    [Fact]
    public async Task What_the_bot_sends_is_collected_complete_and_addressed()
    {
        string? id = null;

        var answer = await Run(
            Inbound(),
            async (turn, stop) => id = (await turn.SendActivityAsync("hello", cancellationToken: stop)).Id
        );

        var sent = Assert.Single(unit.Added);
        Assert.Null(answer);
        Assert.Equal(("c|0000001", "c|0000001"), (sent.Id, id));
        Assert.Equal((TestUnit.Now, "in-1", "en-US"), (sent.Timestamp, sent.ReplyToId, sent.Locale));
        Assert.Equal(("webchat", "https://s", "c"), (sent.ChannelId, sent.ServiceUrl, sent.Conversation!.Id));
        Assert.Equal(
            ("b", "bot", "u", "user"),
            (sent.From!.Id, sent.From.Role, sent.Recipient!.Id, sent.Recipient.Role)
        );
    }

    [Fact]
    public async Task The_same_object_sent_twice_is_two_messages()
    {
        var prompt = MessageFactory.Text("first");
        prompt.Id = "from an earlier turn";
        prompt.Timestamp = DateTimeOffset.UnixEpoch;
        prompt.ReplyToId = "something long ago";

        await Run(
            Inbound(),
            async (turn, stop) =>
            {
                await turn.SendActivityAsync(prompt, stop);
                prompt.Text = "second";
                await turn.SendActivityAsync(prompt, stop);
            }
        );

        Assert.Equal(["first", "second"], unit.Added.Select(sent => sent.Text));
        Assert.Equal(["c|0000001", "c|0000002"], unit.Added.Select(sent => sent.Id));
        Assert.All(unit.Added, sent => Assert.Equal((TestUnit.Now, "in-1"), (sent.Timestamp, sent.ReplyToId)));
    }

    [Fact]
    public async Task Waiting_typing_and_notes_are_no_part_of_a_transaction()
    {
        await Run(
            Inbound(),
            (turn, stop) =>
                turn.SendActivitiesAsync(
                    [
                        new Activity(ActivityTypes.Typing),
                        new Activity(ActivityTypesEx.Delay) { Value = 10_000 },
                        Activity.CreateTraceActivity("note"),
                        MessageFactory.Text("hello"),
                    ],
                    stop
                )
        );

        Assert.Equal("hello", Assert.Single(unit.Added).Text);
    }

    [Fact]
    public async Task The_emulator_gets_the_notes_as_well()
    {
        var inbound = Inbound();
        inbound.ChannelId = Channels.Emulator;

        await Run(inbound, (turn, stop) => turn.SendActivityAsync(Activity.CreateTraceActivity("note"), stop));

        Assert.Equal("note", Assert.Single(unit.Added).Name);
    }

    [Fact]
    public async Task Expected_replies_are_collected_and_answered_as_they_will_be_stored()
    {
        var inbound = Inbound();
        inbound.DeliveryMode = DeliveryModes.ExpectReplies;

        var answer = await Run(
            inbound,
            async (turn, stop) =>
            {
                var wrong = await turn.SendActivityAsync("wrong", cancellationToken: stop);
                var poor = await turn.SendActivityAsync("poor", cancellationToken: stop);
                await turn.SendActivityAsync("good", cancellationToken: stop);
                await turn.DeleteActivityAsync(wrong.Id!, stop);
                await turn.UpdateActivityAsync(new Activity("message") { Id = poor.Id, Text = "better" }, stop);
            }
        );

        Assert.Equal(200, answer!.Status);
        var sent = Assert.IsType<OutgoingReplies>(answer.Body).Activities;
        var replies = sent.Select(reply => reply.Activity).ToList();
        Assert.Equal(["better", "good"], replies.Select(reply => reply.Text));
        Assert.All(replies, reply => Assert.NotNull(reply.Id));
        Assert.Equal(3, unit.Added.Count);
        Assert.Equal(["c|0000001"], unit.Deleted);
        Assert.Equal("better", Assert.Single(unit.Updated).Text);
    }

    [Fact]
    public async Task An_invoke_gets_the_bots_answer_or_501()
    {
        var inbound = Inbound();
        inbound.Type = ActivityTypes.Invoke;

        var answered = await Run(
            inbound,
            (turn, stop) =>
                turn.SendActivityAsync(
                    new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 204 } },
                    stop
                )
        );
        var unanswered = await Run(inbound, (_, _) => Task.CompletedTask);

        Assert.Equal((204, 501), (answered!.Status, unanswered!.Status));
        Assert.Empty(unit.Added);
    }

    [Fact]
    public async Task What_the_bot_throws_comes_out_as_it_is()
    {
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() =>
            Run(Inbound(), (_, _) => throw new TimeZoneNotFoundException("no"))
        );
    }

    [Fact]
    public async Task An_error_handler_would_hide_failures_and_is_refused()
    {
        adapter.OnTurnError = (_, _) => Task.CompletedTask;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(Inbound(), (_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task A_turn_that_no_user_began_answers_nothing()
    {
        var due = ProactiveTurn.Event(Inbound().GetConversationReference(), "silence.due", 15);

        await Run(
            due,
            (turn, stop) =>
                turn.SendActivityAsync($"{turn.Activity.Name} {turn.Activity.Value}", cancellationToken: stop)
        );

        var sent = Assert.Single(unit.Added);
        Assert.Equal(("silence.due 15", null), (sent.Text, sent.ReplyToId));
        Assert.Equal(("b", "u", "c"), (sent.From!.Id, sent.Recipient!.Id, sent.Conversation!.Id));
    }

    [Fact]
    public async Task What_is_prepared_is_there_for_the_bot_and_after_the_turn_nothing_can_be_sent()
    {
        ITurnContext? escaped = null;
        string? found = null;

        await adapter.RunAsync(
            unit,
            Inbound(),
            (turn, _) =>
            {
                escaped = turn;
                found = turn.TurnState.Get<string>("key");
                return Task.CompletedTask;
            },
            turn => turn.TurnState.Add("key", "prepared")
        );

        Assert.Equal("prepared", found);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => escaped!.SendActivityAsync("too late"));
    }

    [Fact]
    public async Task A_turn_without_a_unit_has_nowhere_to_send()
    {
        var reference = Inbound().GetConversationReference();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            adapter.ContinueConversationAsync(
                "app",
                reference,
                (turn, stop) => turn.SendActivityAsync("hello", cancellationToken: stop),
                CancellationToken.None
            )
        );
    }

    private static Activity Inbound() =>
        new("message")
        {
            Id = "in-1",
            Text = "hi",
            ChannelId = "webchat",
            ServiceUrl = "https://s",
            Locale = "en-US",
            From = new ChannelAccount("u"),
            Recipient = new ChannelAccount("b"),
            Conversation = new ConversationAccount(id: "c"),
        };

    private Task<InvokeResponse?> Run(Activity inbound, BotCallbackHandler bot) => adapter.RunAsync(unit, inbound, bot);
}
