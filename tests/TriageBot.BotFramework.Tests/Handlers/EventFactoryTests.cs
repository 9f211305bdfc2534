using System.Text.Json;

namespace TriageBot.BotFramework.Tests.Handlers;

public class EventFactoryTests
{
    [Fact]
    public void A_handoff_is_asked_for_where_the_turn_is()
    {
        var inbound = new Activity(ActivityTypes.Message)
        {
            Id = "m-1",
            ChannelId = "hub",
            ServiceUrl = "https://s",
            Conversation = new ConversationAccount(id: "c"),
            From = new ChannelAccount("ann"),
            Recipient = new ChannelAccount("bot"),
        };
        using var turn = new TurnContext(new TestAdapter(), inbound);
        var transcript = new Transcript { Activities = [inbound] };

        var handoff = (Activity)EventFactory.CreateHandoffInitiation(turn, new { Skill = "nurse" }, transcript);

        Assert.Equal((ActivityTypes.Event, HandoffEventNames.InitiateHandoff), (handoff.Type, handoff.Name));
        Assert.Equal(
            ("c", "hub", "https://s", "m-1"),
            (handoff.Conversation!.Id, handoff.ChannelId, handoff.ServiceUrl, handoff.ReplyToId)
        );
        Assert.Equal("c", handoff.RelatesTo!.Conversation!.Id);
        Assert.Same(transcript, Assert.Single(handoff.Attachments!).Content);
        Assert.NotNull(handoff.Id);
    }

    [Fact]
    public void A_status_tells_state_and_message()
    {
        var status = (Activity)
            EventFactory.CreateHandoffStatus(new ConversationAccount(id: "c"), "failed", "nobody there");

        using var json = JsonDocument.Parse(BotJson.Write(status));
        Assert.Equal("handoff.status", json.RootElement.GetProperty("name").GetString());
        Assert.Equal("failed", json.RootElement.GetProperty("value").GetProperty("state").GetString());
        Assert.Equal("nobody there", json.RootElement.GetProperty("value").GetProperty("message").GetString());
    }

    [Fact]
    public void Neither_is_made_of_nothing()
    {
        Assert.Throws<ArgumentNullException>(() => EventFactory.CreateHandoffInitiation(null!, "x"));
        Assert.Throws<ArgumentNullException>(() => EventFactory.CreateHandoffStatus(null!, "accepted"));
        Assert.Throws<ArgumentNullException>(() => EventFactory.CreateHandoffStatus(new ConversationAccount(), null!));
    }
}
