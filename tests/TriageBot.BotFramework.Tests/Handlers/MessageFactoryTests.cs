namespace TriageBot.BotFramework.Tests.Handlers;

public class MessageFactoryTests
{
    [Fact]
    public void Blank_text_becomes_no_text()
    {
        var message = MessageFactory.Text(" ", "");

        Assert.Null(message.Text);
        Assert.Null(message.Speak);
        Assert.Equal(InputHints.AcceptingInput, message.InputHint);
    }

    [Fact]
    public void Suggested_texts_become_buttons_that_send_them()
    {
        var message = MessageFactory.SuggestedActions(["Yes", "No"], "Sure?", toList: ["u"]);

        Assert.Equal("Sure?", message.Text);
        Assert.Equal(["u"], message.SuggestedActions!.To!);
        Assert.All(message.SuggestedActions.Actions!, action => Assert.Equal(ActionTypes.ImBack, action.Type));
        Assert.Equal(["Yes", "No"], message.SuggestedActions.Actions!.Select(action => (string)action.Value!));
    }

    [Fact]
    public void Buttons_need_nothing_but_themselves()
    {
        CardAction[] actions = [new(ActionTypes.ImBack, "Yes", value: "1")];

        Assert.Equal("1", MessageFactory.SuggestedActions(actions, "Sure?").SuggestedActions!.Actions![0].Value);
        Assert.Equal("Yes", MessageFactory.SuggestedActions(["Yes"]).SuggestedActions!.Actions![0].Value);
    }

    [Fact]
    public void Attachments_stand_in_a_list_or_side_by_side()
    {
        Attachment[] cards = [new(name: "a"), new(name: "b")];

        Assert.Equal(AttachmentLayoutTypes.List, MessageFactory.Attachment(cards).AttachmentLayout);
        Assert.Equal(AttachmentLayoutTypes.Carousel, MessageFactory.Carousel(cards).AttachmentLayout);
        Assert.Equal(["a"], MessageFactory.Attachment(cards[0]).Attachments!.Select(card => card.Name));
    }

    [Theory]
    [InlineData(" ", "image/png")]
    [InlineData("https://x", "")]
    public void A_file_needs_an_address_and_a_type(string url, string type)
    {
        Assert.Throws<ArgumentNullException>(() => MessageFactory.ContentUrl(url, type));
    }
}
