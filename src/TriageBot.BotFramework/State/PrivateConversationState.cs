namespace TriageBot.BotFramework;

/// <summary>What the bot knows about one user in one conversation.</summary>
public class PrivateConversationState(IStorage storage) : BotState(storage, nameof(PrivateConversationState))
{
    /// <exception cref="InvalidOperationException">The activity names no channel, conversation or sender.</exception>
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{ChannelId(turnContext)}/conversations/{ConversationId(turnContext)}/users/{UserId(turnContext)}";
}
