namespace TriageBot.BotFramework.Schema;

/// <summary>The reactions that the protocol defines.</summary>
public static class MessageReactionTypes
{
    public const string Like = "like";
    public const string PlusOne = "plusOne";
}
