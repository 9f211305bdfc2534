namespace TriageBot.Conversation.CheckIns;

/// <summary>What a turn cannot run without.</summary>
internal static class TurnNeeds
{
    /// <exception cref="InvalidOperationException">Whoever runs the turn did not put it into TurnState.</exception>
    public static T Need<T>(this ITurnContext context)
        where T : class =>
        context.TurnState.Get<T>() ?? throw new InvalidOperationException($"the turn has no {typeof(T).Name}");
}
