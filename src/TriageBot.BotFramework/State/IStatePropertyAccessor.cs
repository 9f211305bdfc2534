namespace TriageBot.BotFramework;

/// <summary>Something in a state that has a name.</summary>
public interface IStatePropertyInfo
{
    string Name { get; }
}

/// <summary>Reads and writes one property of a state within a turn; saving is the state's.</summary>
public interface IStatePropertyAccessor<T> : IStatePropertyInfo
{
    /// <summary>The property's value. Where there is none: what the factory makes, which is kept; without a factory
    /// the type's default.</summary>
    Task<T> GetAsync(
        ITurnContext turnContext,
        Func<T>? defaultValueFactory = null,
        CancellationToken cancellationToken = default
    );

    Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default);

    Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
