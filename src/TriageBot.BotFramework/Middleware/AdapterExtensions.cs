namespace TriageBot.BotFramework;

/// <summary>Makes storage and states reachable through the turn state.</summary>
public static class AdapterExtensions
{
    /// <summary>Every turn finds the storage as <c>TurnState.Get&lt;IStorage&gt;()</c>.</summary>
    public static BotAdapter UseStorage(this BotAdapter botAdapter, IStorage storage)
    {
        ArgumentNullException.ThrowIfNull(botAdapter);
        ArgumentNullException.ThrowIfNull(storage);
        return botAdapter.Use(new RegisterClassMiddleware<IStorage>(storage));
    }

    /// <summary>Every turn finds each state under its own type, such as <c>TurnState.Get&lt;UserState&gt;()</c>.</summary>
    public static BotAdapter UseBotState(this BotAdapter botAdapter, params BotState[] botStates)
    {
        ArgumentNullException.ThrowIfNull(botAdapter);
        ArgumentNullException.ThrowIfNull(botStates);
        foreach (var state in botStates)
        {
            botAdapter.Use(new RegisterClassMiddleware<BotState>(state, state.GetType().FullName!));
        }
        return botAdapter;
    }
}
