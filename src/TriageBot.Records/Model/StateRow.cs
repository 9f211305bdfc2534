namespace TriageBot.Records.Model;

/// <summary>One value of a conversation's state, as the state codec wrote it.</summary>
public sealed class StateRow
{
    public required string ConversationId { get; init; }

    /// <summary><c>conversation</c>, <c>user</c>, <c>private</c>, or the bot's own key.</summary>
    public required string Name { get; init; }

    public required string Value { get; set; }
}
