namespace TriageBot.BotFramework;

/// <summary>What the bot knows about a conversation, whoever speaks in it.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    /// <exception cref="InvalidOperationException">The activity names no channel or no conversation.</exception>
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{ChannelId(turnContext)}/conversations/{ConversationId(turnContext)}";
}
