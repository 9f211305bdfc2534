namespace TriageBot.BotFramework.Tests.Adapters;

public class TestFlowTests
{
    private static readonly BotCallbackHandler Echo = (turn, stop) =>
        turn.SendActivityAsync($"echo:{turn.Activity.Text}", cancellationToken: stop);

    [Fact]
    public async Task A_reply_as_expected_passes_however_it_is_expected()
    {
        await new TestFlow(new TestAdapter(), Echo)
            .Test("a", "echo:a")
            .Test("b", new Activity(ActivityTypes.Message, text: " echo:b "))
            .Test("c", reply => Assert.Equal("echo:c", reply.AsMessageActivity()!.Text))
            .Send("d")
            .AssertReplyContains("o:d")
            .Send("e")
            .AssertReplyOneOf(["no", "echo:e"])
            .AssertNoReply(timeout: 1)
            .StartTestAsync();
    }

    [Fact]
    public async Task A_reply_with_another_text_fails_and_says_both()
    {
        var failure = await Failure(Flow().Test("hello", "goodbye"));

        Assert.Contains("Expected:goodbye", failure, StringComparison.Ordinal);
        Assert.Contains("Received:echo:hello", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_other_assertion_can_fail_too()
    {
        Assert.Contains(
            "why",
            await Failure(Flow().Send("a").AssertReplyContains("b", "why")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "b or c",
            await Failure(Flow().Send("a").AssertReplyOneOf(["b", "c"])),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "type typing",
            await Failure(Flow().Test("a", new Activity("typing"))),
            StringComparison.Ordinal
        );
        Assert.Contains("no reply", await Failure(Flow().Send("a").AssertNoReply()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_says_nothing_fails_the_flow_in_time()
    {
        var flow = new TestFlow(new TestAdapter(), (_, _) => Task.CompletedTask)
            .Send("hello")
            .AssertReply("anything", timeout: 1);

        await Assert.ThrowsAsync<TimeoutException>(flow.StartTestAsync);
    }

    [Fact]
    public async Task What_the_bot_throws_comes_out_of_the_flow()
    {
        BotCallbackHandler broken = (_, _) => throw new TimeZoneNotFoundException("no such zone");

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() =>
            new TestFlow(new TestAdapter(), broken).Send("hello").StartTestAsync()
        );
    }

    [Fact]
    public async Task A_transcript_is_played()
    {
        var bot = new ChannelAccount("bot", role: RoleTypes.Bot);

        await Flow()
            .Test([
                new Activity("message") { Text = "one" },
                new Activity("message") { Text = "echo:one", From = bot },
                new Activity("message") { Text = "two" },
                new Activity("message") { Text = "echo:two", From = bot },
            ])
            .StartTestAsync();
    }

    [Fact]
    public async Task The_user_joins()
    {
        await new TestFlow(
            new TestAdapter(),
            (turn, stop) => turn.SendActivityAsync(turn.Activity.MembersAdded![0].Id!, cancellationToken: stop)
        )
            .SendConversationUpdate()
            .AssertReply("user1")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_state_survives_the_turn_as_the_codec_wrote_it()
    {
        var state = new ConversationState(new MemoryStorage());
        var count = state.CreateProperty<int>("count");
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));

        await new TestFlow(
            adapter,
            async (turn, stop) =>
            {
                var value = await count.GetAsync(turn, () => 0, stop) + 1;
                await count.SetAsync(turn, value, stop);
                await turn.SendActivityAsync($"{value}", cancellationToken: stop);
            }
        ).Test("one", "1").Test("two", "2").StartTestAsync();
    }

    private static TestFlow Flow() => new(new TestAdapter(), Echo);

    private static async Task<string> Failure(TestFlow flow) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(flow.StartTestAsync)).Message;
}
