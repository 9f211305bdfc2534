using TriageBot.BotFramework.Connector;
using TriageBot.BotFramework.Dialogs.Choices;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class ChoiceFactoryTests
{
    private static readonly List<Choice> Colors = [new("red"), new("green"), new("blue")];

    private static readonly List<Choice> Buttons =
    [
        new("a") { Action = new CardAction(ActionTypes.PostBack, "Title A", value: "value a") },
        new("b"),
    ];

    [Fact]
    public void Inline_choices_stand_in_the_sentence()
    {
        Assert.Equal("Which? (1) red, (2) green, or (3) blue", ChoiceFactory.Inline(Colors, "Which?").Text);
        Assert.Equal("Which? (1) red or (2) green", ChoiceFactory.Inline([.. Colors.Take(2)], "Which?").Text);
        Assert.Equal(" (1) red", ChoiceFactory.Inline([.. Colors.Take(1)]).Text);
    }

    [Fact]
    public void Inline_words_can_be_changed()
    {
        var options = new ChoiceFactoryOptions("; ", " o ", "; o ", false);

        Assert.Equal("? red; green; o blue", ChoiceFactory.Inline(Colors, "?", null, options).Text);
    }

    [Fact]
    public void A_list_has_one_line_for_each_choice()
    {
        var dashes = new ChoiceFactoryOptions { IncludeNumbers = false };

        Assert.Equal("Which?\n\n   1. red\n   2. green\n   3. blue", ChoiceFactory.List(Colors, "Which?").Text);
        Assert.Equal("?\n\n   - x\n   - y", ChoiceFactory.List(["x", "y"], "?", options: dashes).Text);
    }

    [Fact]
    public void Choices_say_that_an_answer_is_expected() =>
        Assert.Equal(InputHints.ExpectingInput, ChoiceFactory.Inline(Colors, "?", "said").InputHint);

    [Fact]
    public void Suggested_actions_send_the_value_or_what_the_choices_button_sends()
    {
        var message = ChoiceFactory.SuggestedAction(Buttons, "Which?", null, ["me"]);

        var actions = message.SuggestedActions!.Actions!;
        Assert.Equal("Which?", message.Text);
        Assert.Equal(["me"], message.SuggestedActions.To);
        Assert.Equal((ActionTypes.PostBack, "Title A", "value a"), Parts(actions[0]));
        Assert.Equal((ActionTypes.ImBack, "b", "b"), Parts(actions[1]));
    }

    [Fact]
    public void A_hero_card_holds_text_and_buttons()
    {
        var message = ChoiceFactory.HeroCard(Buttons, "Which?");

        var card = Assert.IsType<HeroCard>(Assert.Single(message.Attachments!).Content);
        Assert.Equal("Which?", card.Text);
        Assert.Equal(
            [(ActionTypes.PostBack, "Title A", "value a"), (ActionTypes.ImBack, "b", "b")],
            card.Buttons!.Select(Parts)
        );
    }

    [Theory]
    [InlineData(Channels.Webchat, null, "actions")]
    [InlineData(Channels.Emulator, null, "actions")]
    [InlineData(Channels.Msteams, "personal", "actions")]
    [InlineData(Channels.Msteams, "groupChat", "card")]
    [InlineData(Channels.Cortana, null, "card")]
    [InlineData(Channels.Sms, null, "inline")]
    [InlineData(null, null, "inline")]
    public void The_channel_decides_the_style(string? channelId, string? conversationType, string style) =>
        Assert.Equal(style, StyleOf(ChoiceFactory.ForChannel(channelId, Colors, "?", null, null, conversationType)));

    [Fact]
    public void Long_titles_and_many_choices_make_a_list()
    {
        List<Choice> longOnes = [new("something that fits on no button")];
        List<Choice> many = [new("1"), new("2"), new("3"), new("4")];

        Assert.Equal("list", StyleOf(ChoiceFactory.ForChannel(Channels.Webchat, longOnes, "?")));
        Assert.Equal("list", StyleOf(ChoiceFactory.ForChannel(Channels.Sms, many, "?")));
    }

    private static string StyleOf(IMessageActivity message) =>
        message switch
        {
            { SuggestedActions: not null } => "actions",
            { Attachments.Count: > 0 } => "card",
            { Text: { } text } when text.Contains('\n') => "list",
            _ => "inline",
        };

    private static (string?, string?, object?) Parts(CardAction action) => (action.Type, action.Title, action.Value);
}
