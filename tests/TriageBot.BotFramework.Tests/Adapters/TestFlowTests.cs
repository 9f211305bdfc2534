namespace TriageBot.BotFramework.Tests.Adapters;

public class TestFlowTests
{
    private static readonly BotCallbackHandler Echo = (turn, stop) =>
        turn.SendActivityAsync($"echo:{turn.Activity.Text}", cancellationToken: stop);

    [Fact]
    public async Task A_reply_with_the_expected_text_passes()
    {
        await new TestFlow(new TestAdapter(), Echo).Test("hello", "echo:hello").StartTestAsync();
    }

    [Fact]
    public async Task A_reply_with_another_text_fails_and_says_both()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new TestFlow(new TestAdapter(), Echo).Test("hello", "goodbye").StartTestAsync()
        );

        Assert.Contains("Expected: goodbye", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Received: echo:hello", failure.Message, StringComparison.Ordinal);
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
}
