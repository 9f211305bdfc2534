namespace TriageBot.BotFramework.Tests.Transcripts;

public class TranscriptTests
{
    private readonly MemoryTranscriptStore store = new();

    [Fact]
    public async Task All_that_passes_is_taken_down_in_order_and_as_it_was()
    {
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(store));

        await adapter.SendTextToBotAsync(
            "hello",
            async (turn, stop) =>
            {
                var sent = MessageFactory.Text("one");
                await turn.SendActivityAsync(sent, stop);
                sent.Text = "two";
                await turn.UpdateActivityAsync(sent, stop);
                await turn.DeleteActivityAsync(sent.Id!, stop);
            },
            CancellationToken.None
        );

        var page = await store.GetTranscriptActivitiesAsync("test", "Conversation1");
        Assert.Equal(
            [("message", "hello"), ("message", "one"), ("messageUpdate", "two"), ("messageDelete", null)],
            page.Items.Cast<Activity>().Select(activity => (activity.Type, activity.Text))
        );
        Assert.Equal(RoleTypes.User, page.Items[0].From!.Role);
    }

    [Fact]
    public async Task A_turn_that_throws_is_taken_down_too()
    {
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(store));

        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() =>
            adapter.SendTextToBotAsync("hello", (_, _) => throw new TimeZoneNotFoundException(), CancellationToken.None)
        );

        Assert.Single((await store.GetTranscriptActivitiesAsync("test", "Conversation1")).Items);
    }

    [Fact]
    public async Task A_long_transcript_comes_in_pages()
    {
        for (var i = 0; i < 45; i++)
        {
            await store.LogActivityAsync(Message("c", i));
        }

        var first = await store.GetTranscriptActivitiesAsync("test", "c");
        var second = await store.GetTranscriptActivitiesAsync("test", "c", first.ContinuationToken);
        var third = await store.GetTranscriptActivitiesAsync("test", "c", second.ContinuationToken);
        var late = await store.GetTranscriptActivitiesAsync("test", "c", null, DateTimeOffset.UnixEpoch.AddHours(43));

        Assert.Equal((20, 20, 5, 2), (first.Items.Length, second.Items.Length, third.Items.Length, late.Items.Length));
        Assert.Null(third.ContinuationToken);
        Assert.Equal("40", third.Items[0].Id);
    }

    [Fact]
    public async Task Transcripts_are_listed_by_channel_and_deleted()
    {
        await store.LogActivityAsync(Message("later", 2));
        await store.LogActivityAsync(Message("earlier", 1));

        Assert.Equal(["earlier", "later"], (await store.ListTranscriptsAsync("test")).Items.Select(info => info.Id));
        await store.DeleteTranscriptAsync("test", "later");

        Assert.Equal(["earlier"], (await store.ListTranscriptsAsync("test")).Items.Select(info => info.Id));
        Assert.Empty((await store.ListTranscriptsAsync("sms")).Items);
    }

    private static Activity Message(string conversation, int hour) =>
        new("message")
        {
            Id = $"{hour}",
            ChannelId = "test",
            Conversation = new ConversationAccount(id: conversation),
            Timestamp = DateTimeOffset.UnixEpoch.AddHours(hour),
        };
}
