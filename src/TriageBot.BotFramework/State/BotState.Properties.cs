using TriageBot.BotFramework.State;

namespace TriageBot.BotFramework;

public abstract partial class BotState
{
    /// <summary>Reads a property of the loaded state.</summary>
    /// <exception cref="KeyNotFoundException">It is not there and its type has no null.</exception>
    protected Task<T> GetPropertyValueAsync<T>(
        ITurnContext turnContext,
        string propertyName,
        CancellationToken cancellationToken = default
    )
    {
        if (!Loaded(turnContext, propertyName).TryGetValue(propertyName, out var value) && default(T) is not null)
        {
            throw new KeyNotFoundException(propertyName);
        }
        var typed = value switch
        {
            T same => same,
            null => default!,
            _ => StateConversion.As<T>(value, propertyName)!,
        };
        return Task.FromResult(typed);
    }

    /// <summary>Sets a property of the loaded state.</summary>
    protected Task SetPropertyValueAsync(
        ITurnContext turnContext,
        string propertyName,
        object? value,
        CancellationToken cancellationToken = default
    )
    {
        Loaded(turnContext, propertyName)[propertyName] = value!;
        return Task.CompletedTask;
    }

    /// <summary>Removes a property of the loaded state.</summary>
    protected Task DeletePropertyValueAsync(
        ITurnContext turnContext,
        string propertyName,
        CancellationToken cancellationToken = default
    )
    {
        Loaded(turnContext, propertyName).Remove(propertyName);
        return Task.CompletedTask;
    }

    private IDictionary<string, object> Loaded(ITurnContext turnContext, string propertyName)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        return GetCachedState(turnContext)?.State
            ?? throw new InvalidOperationException($"'{propertyName}' belongs to a state that has not been loaded.");
    }

    /// <summary>A turn's copy of a state.</summary>
    public class CachedBotState(IDictionary<string, object>? state = null)
    {
        public IDictionary<string, object> State { get; set; } = state ?? new Dictionary<string, object>();

        /// <summary>The state as it was read or last saved; null means that it must be saved.</summary>
        internal string? Fingerprint { get; set; }
    }

    private sealed class PropertyAccessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        public async Task<T> GetAsync(
            ITurnContext turnContext,
            Func<T>? defaultValueFactory = null,
            CancellationToken cancellationToken = default
        )
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            var properties = state.Loaded(turnContext, name);
            if (properties.TryGetValue(name, out var value) && value is not null)
            {
                return await state.GetPropertyValueAsync<T>(turnContext, name, cancellationToken).ConfigureAwait(false);
            }
            if (defaultValueFactory is null)
            {
                return default!;
            }
            var made = defaultValueFactory();
            properties[name] = made!;
            return made;
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken).ConfigureAwait(false);
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            await state.LoadAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken).ConfigureAwait(false);
        }
    }
}
