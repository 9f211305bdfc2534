using TriageBot.BotFramework.Connector;
using TriageBot.BotFramework.Dialogs.Choices;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class ChannelTests
{
    [Theory]
    [InlineData(Channels.Facebook, 10)]
    [InlineData(Channels.Skype, 10)]
    [InlineData(Channels.Line, 13)]
    [InlineData(Channels.Kik, 20)]
    [InlineData(Channels.Telegram, 100)]
    [InlineData(Channels.Directline, 100)]
    [InlineData(Channels.DirectlineSpeech, 100)]
    public void Suggested_actions_are_shown_up_to_a_number(string channelId, int most)
    {
        Assert.True(Channel.SupportsSuggestedActions(channelId, most));
        Assert.False(Channel.SupportsSuggestedActions(channelId, most + 1));
    }

    [Theory]
    [InlineData(Channels.Facebook, 3)]
    [InlineData(Channels.Msteams, 50)]
    [InlineData(Channels.Line, 99)]
    [InlineData(Channels.Slack, 100)]
    [InlineData(Channels.Cortana, 100)]
    public void Card_actions_are_shown_up_to_a_number(string channelId, int most)
    {
        Assert.True(Channel.SupportsCardActions(channelId, most));
        Assert.False(Channel.SupportsCardActions(channelId, most + 1));
    }

    [Fact]
    public void Text_channels_show_no_buttons()
    {
        Assert.False(Channel.SupportsSuggestedActions(Channels.Sms, 1));
        Assert.False(Channel.SupportsCardActions(Channels.Sms, 1));
        Assert.True(Channel.HasMessageFeed(Channels.Sms));
        Assert.False(Channel.HasMessageFeed(Channels.Cortana));
    }

    [Theory]
    [InlineData("personal", 3, true)]
    [InlineData("personal", 4, false)]
    [InlineData("groupChat", 1, false)]
    public void Teams_shows_suggested_actions_to_one_person(string type, int count, bool shown) =>
        Assert.Equal(shown, Channel.SupportsSuggestedActions(Channels.Msteams, count, type));

    [Theory]
    [InlineData(Channels.Facebook, Channels.Facebook)]
    [InlineData(null, "")]
    public void The_channel_of_a_turn_is_its_activitys(string? channelId, string expected)
    {
        var turn = new TurnContext(new TestAdapter(), new Activity { ChannelId = channelId });

        Assert.Equal(expected, Channel.GetChannelId(turn));
    }
}
