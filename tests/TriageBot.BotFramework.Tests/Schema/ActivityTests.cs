namespace TriageBot.BotFramework.Tests.Schema;

public class ActivityTests
{
    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/card", true)]
    [InlineData("messageUpdate", false)]
    [InlineData(null, false)]
    public void A_view_is_given_for_its_own_type_only(string? type, bool isMessage)
    {
        Assert.Equal(isMessage, new Activity(type).AsMessageActivity() is not null);
    }

    [Fact]
    public void A_reply_goes_back_to_the_sender()
    {
        var reply = Inbound("message", "webchat").CreateReply("hello", "es");

        Assert.Equal(("message", "hello", "es"), (reply.Type, reply.Text, reply.Locale));
        Assert.Equal(("b", "u"), (reply.From!.Id, reply.Recipient!.Id));
        Assert.Equal(("c", "1"), (reply.Conversation!.Id, reply.ReplyToId));
    }

    [Theory]
    [InlineData("message", "webchat", "1")]
    [InlineData("conversationUpdate", "msteams", "1")]
    [InlineData("conversationUpdate", "webchat", null)]
    [InlineData("conversationUpdate", "directline", null)]
    public void Web_chat_gets_no_reply_to_an_update_that_it_never_showed(string type, string channel, string? replyTo)
    {
        Assert.Equal(replyTo, Inbound(type, channel).GetConversationReference().ActivityId);
    }

    [Fact]
    public void A_reference_addresses_an_outgoing_activity()
    {
        var reference = Inbound("message", "webchat").GetConversationReference();

        var sent = new Activity("message") { Locale = "es" }.ApplyConversationReference(reference);

        Assert.Equal(("b", "u", "1"), (sent.From!.Id, sent.Recipient!.Id, sent.ReplyToId));
        Assert.Equal(("webchat", "https://s", "c"), (sent.ChannelId, sent.ServiceUrl, sent.Conversation!.Id));
        Assert.Equal("es", sent.Locale);
        Assert.Null(sent.Id);
    }

    [Fact]
    public void A_reference_addresses_an_incoming_activity()
    {
        var reference = Inbound("message", "webchat").GetConversationReference();

        var received = new Activity("event").ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("u", "b", "1"), (received.From!.Id, received.Recipient!.Id, received.Id));
        Assert.Equal("en", received.Locale);
    }

    [Fact]
    public void A_continuation_is_an_event_from_the_user_to_the_bot()
    {
        var reference = Inbound("message", "webchat").GetConversationReference();

        var activity = reference.GetContinuationActivity();

        Assert.Equal((ActivityTypes.Event, "ContinueConversation"), (activity.Type, activity.Name));
        Assert.Equal(("u", "b", "c"), (activity.From!.Id, activity.Recipient!.Id, activity.Conversation!.Id));
        Assert.Same(reference, activity.RelatesTo);
    }

    [Fact]
    public void A_mention_survives_the_wire_and_can_be_taken_out_of_the_text()
    {
        var message = Inbound("message", "msteams");
        message.Text = "<at>Nurse</at> my back hurts";
        message.Entities = [new Mention(new ChannelAccount("b", "Nurse"), "<at>Nurse</at>")];

        var received = BotJson.Copy(message);

        Assert.True(received.MentionsRecipient());
        Assert.Equal("my back hurts", received.RemoveRecipientMention());
    }

    [Fact]
    public void Entities_are_equal_by_what_they_hold()
    {
        var one = new Mention(new ChannelAccount("b"), "x");
        var same = new Entity("mention");
        same.SetAs(one);

        Assert.Equal<Entity>(one, same);
        Assert.NotEqual<Entity>(one, new Mention(new ChannelAccount("c"), "x"));
    }

    [Theory]
    [InlineData("hi", null, true)]
    [InlineData(" ", null, false)]
    [InlineData(null, "s", true)]
    [InlineData(null, null, false)]
    public void A_message_without_words_files_or_data_is_empty(string? text, string? summary, bool hasContent)
    {
        Assert.Equal(hasContent, new Activity("message") { Text = text, Summary = summary }.HasContent());
    }

    [Fact]
    public void A_card_becomes_an_attachment_and_is_written_whole()
    {
        var card = new HeroCard("Call us", buttons: ["Yes"]).ToAttachment();

        var json = BotJson.Write(new Activity("message") { Attachments = [card] });

        Assert.Equal(
            """{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.hero","content":"""
                + """{"title":"Call us","buttons":[{"type":"imBack","title":"Yes","value":"Yes"}]}}]}""",
            json
        );
    }

    private static Activity Inbound(string type, string channel) =>
        new(type)
        {
            Id = "1",
            ChannelId = channel,
            ServiceUrl = "https://s",
            Locale = "en",
            From = new ChannelAccount("u"),
            Recipient = new ChannelAccount("b"),
            Conversation = new ConversationAccount(id: "c"),
        };
}
