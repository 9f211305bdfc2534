using TriageBot.BotFramework.Connector;

namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>What the known channels can show.</summary>
public class Channel
{
    private const int LongestActionTitle = 20;

    /// <summary>Whether a channel shows that many suggested actions.</summary>
    /// <param name="channelId">One of <see cref="Channels"/>.</param>
    /// <param name="buttonCnt">The number of buttons.</param>
    /// <param name="conversationType">The type of the conversation, which matters on Teams.</param>
    public static bool SupportsSuggestedActions(
        string? channelId,
        int buttonCnt = 100,
        string? conversationType = null
    ) =>
        channelId switch
        {
            Channels.Facebook or Channels.Skype => buttonCnt <= 10,
            Channels.Line => buttonCnt <= 13,
            Channels.Kik => buttonCnt <= 20,
            Channels.Telegram
            or Channels.Emulator
            or Channels.Directline
            or Channels.DirectlineSpeech
            or Channels.Webchat => buttonCnt <= 100,
            Channels.Msteams => conversationType == "personal" && buttonCnt <= 3,
            _ => false,
        };

    /// <summary>Whether a channel shows that many buttons on a card.</summary>
    /// <param name="channelId">One of <see cref="Channels"/>.</param>
    /// <param name="buttonCnt">The number of buttons.</param>
    public static bool SupportsCardActions(string? channelId, int buttonCnt = 100) =>
        channelId switch
        {
            Channels.Facebook or Channels.Skype => buttonCnt <= 3,
            Channels.Msteams => buttonCnt <= 50,
            Channels.Line => buttonCnt <= 99,
            Channels.Slack
            or Channels.Emulator
            or Channels.Directline
            or Channels.DirectlineSpeech
            or Channels.Webchat
            or Channels.Cortana => buttonCnt <= 100,
            _ => false,
        };

    /// <summary>Whether earlier messages stay in view on a channel.</summary>
    /// <param name="channelId">One of <see cref="Channels"/>.</param>
    public static bool HasMessageFeed(string? channelId) => channelId != Channels.Cortana;

    /// <summary>The longest title of a button that channels show whole, in characters.</summary>
    /// <param name="channelId">One of <see cref="Channels"/>.</param>
    public static int MaxActionTitleLength(string? channelId) => LongestActionTitle;

    /// <summary>The channel of a turn's activity; empty where it has none.</summary>
    /// <param name="turnContext">The turn.</param>
    public static string GetChannelId(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.ChannelId ?? string.Empty;
    }
}
