namespace TriageBot.Records.Tests;

public sealed class AddressTests
{
    [Fact]
    public void Who_joins_is_the_user_and_never_the_bot()
    {
        var joined = new Activity(ActivityTypes.ConversationUpdate)
        {
            ChannelId = "webchat",
            From = new ChannelAccount("the channel"),
            Recipient = new ChannelAccount("bot"),
            Conversation = new ConversationAccount(id: "talk"),
            MembersAdded = [new ChannelAccount("bot"), new ChannelAccount("ann")],
        };

        Assert.Equal(new Address(Doors.Connector, "webchat", "talk", "ann"), Address.Of(Doors.Connector, joined));
    }

    [Fact]
    public void An_activity_without_a_conversation_has_no_address() =>
        Assert.Throws<ArgumentException>(() => Address.Of(Doors.Connector, new Activity(ActivityTypes.Message)));

    [Fact]
    public void The_same_ids_at_another_door_are_another_address()
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            From = new ChannelAccount("ann"),
            Conversation = new ConversationAccount(id: "talk"),
        };

        Assert.NotEqual(Address.Of(Doors.Connector, activity), Address.Of(Doors.DirectLine, activity));
    }
}
