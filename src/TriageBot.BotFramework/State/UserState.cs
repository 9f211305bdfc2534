namespace TriageBot.BotFramework;

/// <summary>What the bot knows about a user, in all conversations of one channel.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    /// <exception cref="InvalidOperationException">The activity names no channel or no sender.</exception>
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{ChannelId(turnContext)}/users/{UserId(turnContext)}";
}
