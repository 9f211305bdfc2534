namespace TriageBot.BotFramework.Schema;

/// <summary>How the caller wants to receive the replies of a turn.</summary>
public static class DeliveryModes
{
    public const string Ephemeral = "ephemeral";
    public const string ExpectReplies = "expectReplies";
    public const string Normal = "normal";
    public const string Notification = "notification";
}
