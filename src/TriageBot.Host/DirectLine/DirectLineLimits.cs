using TriageBot.Host.Configuration;

namespace TriageBot.Host.DirectLine;

/// <summary>How much one client may ask of this host, from <c>DirectLine:Limits</c>.</summary>
/// <param name="RequestsPerSecond">Of one address on average; ten times as many at once. A hospital is one address.</param>
/// <param name="ConversationsPerMinute">Begun from one address.</param>
/// <param name="CallsPerSecond">
/// In one conversation on average, ten times as many at once. A poller asks five times a second.
/// </param>
/// <param name="MessagesPerMinute">In one conversation.</param>
/// <param name="SocketsPerAddress">Open at a time.</param>
/// <param name="SocketsPerConversation">Open at a time: tabs and devices of one patient.</param>
/// <param name="IdleSeconds">A socket on which nothing was sent for so long is closed; a living client comes again.</param>
internal sealed record DirectLineLimits(
    int RequestsPerSecond,
    int ConversationsPerMinute,
    int CallsPerSecond,
    int MessagesPerMinute,
    int SocketsPerAddress,
    int SocketsPerConversation,
    int IdleSeconds
)
{
    private const string Section = "DirectLine:Limits";
    private const int Many = 1_000_000;

    public static DirectLineLimits Read(SettingsReader settings)
    {
        settings.RejectOtherKeys(
            Section,
            nameof(RequestsPerSecond),
            nameof(ConversationsPerMinute),
            nameof(CallsPerSecond),
            nameof(MessagesPerMinute),
            nameof(SocketsPerAddress),
            nameof(SocketsPerConversation),
            nameof(IdleSeconds)
        );
        return new DirectLineLimits(
            settings.Number($"{Section}:{nameof(RequestsPerSecond)}", 200, 1, Many),
            settings.Number($"{Section}:{nameof(ConversationsPerMinute)}", 120, 1, Many),
            settings.Number($"{Section}:{nameof(CallsPerSecond)}", 20, 1, Many),
            settings.Number($"{Section}:{nameof(MessagesPerMinute)}", 60, 1, Many),
            settings.Number($"{Section}:{nameof(SocketsPerAddress)}", 1_000, 1, Many),
            settings.Number($"{Section}:{nameof(SocketsPerConversation)}", 10, 1, Many),
            settings.Number($"{Section}:{nameof(IdleSeconds)}", 3_600, 1, Many)
        );
    }
}
