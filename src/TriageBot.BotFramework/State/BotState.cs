using System.Text.Json.Nodes;
using TriageBot.BotFramework.State;

namespace TriageBot.BotFramework;

/// <summary>
/// Named properties that live under one storage key. A turn reads them once, works on the copy in its turn state, and
/// saves if something changed.
/// </summary>
public abstract partial class BotState : IPropertyManager
{
    private readonly IStorage storage;
    private readonly string contextServiceKey;
    private readonly StateCodec codec;

    /// <summary>Makes a state.</summary>
    /// <param name="storage">Where it is kept.</param>
    /// <param name="contextServiceKey">The turn state key of the copy.</param>
    protected BotState(IStorage storage, string contextServiceKey)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(contextServiceKey);
        this.storage = storage;
        this.contextServiceKey = contextServiceKey;
        codec = (storage as ICodedStorage)?.Codec ?? StateCodec.Lenient;
    }

    /// <summary>Makes the accessor of one property.</summary>
    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentNullException(nameof(name), "A state property needs a name.");
        }
        return new PropertyAccessor<T>(this, name);
    }

    /// <summary>Reads the state into the turn, if it is not there already or <paramref name="force"/> is true.</summary>
    public virtual async Task LoadAsync(
        ITurnContext turnContext,
        bool force = false,
        CancellationToken cancellationToken = default
    )
    {
        BotAssert.ContextNotNull(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && GetCachedState(turnContext) is not null)
        {
            return;
        }
        var items = await storage.ReadAsync([key], cancellationToken).ConfigureAwait(false);
        var stored = items.TryGetValue(key, out var item) ? item : null;
        if (stored is not (null or IDictionary<string, object>))
        {
            throw new InvalidOperationException($"What is stored under '{key}' is a {stored.GetType()}, not a state.");
        }
        var cached = new CachedBotState(stored as IDictionary<string, object>);
        // The storage's own text will do: at worst a state that did not change is written once more.
        cached.Fingerprint = (storage as ICodedStorage)?.ReadText(key) ?? codec.Encode(key, cached.State);
        turnContext.TurnState[contextServiceKey] = cached;
    }

    /// <summary>Writes the turn's copy, if it changed or <paramref name="force"/> is true.</summary>
    /// <exception cref="StateCodecException">It holds a value of a type that is not registered.</exception>
    public virtual async Task SaveChangesAsync(
        ITurnContext turnContext,
        bool force = false,
        CancellationToken cancellationToken = default
    )
    {
        if (GetCachedState(turnContext) is not { } cached)
        {
            return;
        }
        var key = GetStorageKey(turnContext);
        var fingerprint = codec.Encode(key, cached.State);
        if (force || fingerprint != cached.Fingerprint)
        {
            if (storage is not ICodedStorage coded || !coded.WriteText(key, fingerprint))
            {
                var changes = new Dictionary<string, object> { [key] = cached.State };
                await storage.WriteAsync(changes, cancellationToken).ConfigureAwait(false);
            }
            cached.Fingerprint = fingerprint;
        }
    }

    /// <summary>Empties the turn's copy; saving it then empties the stored one.</summary>
    public virtual Task ClearStateAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        turnContext.TurnState[contextServiceKey] = new CachedBotState();
        return Task.CompletedTask;
    }

    /// <summary>Deletes the turn's copy and the stored state.</summary>
    public virtual async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        turnContext.TurnState.Remove(contextServiceKey);
        await storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The turn's copy as JSON, to look at; empty where nothing was loaded.</summary>
    public JsonNode Get(ITurnContext turnContext)
    {
        var properties = new JsonObject();
        foreach (var (name, value) in GetCachedState(turnContext)?.State ?? new Dictionary<string, object>())
        {
            properties[name] = StateConversion.Show(value);
        }
        return properties;
    }

    /// <summary>The turn's copy, or null where nothing was loaded.</summary>
    public CachedBotState? GetCachedState(ITurnContext turnContext)
    {
        BotAssert.ContextNotNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(contextServiceKey);
    }

    /// <summary>The key under which this turn's state is kept.</summary>
    protected abstract string GetStorageKey(ITurnContext turnContext);

    private protected static string ChannelId(ITurnContext turnContext) =>
        turnContext.Activity.ChannelId ?? throw Missing("channelId");

    private protected static string ConversationId(ITurnContext turnContext) =>
        turnContext.Activity.Conversation?.Id ?? throw Missing("conversation.id");

    private protected static string UserId(ITurnContext turnContext) =>
        turnContext.Activity.From?.Id ?? throw Missing("from.id");

    private static InvalidOperationException Missing(string property) =>
        new($"The activity has no {property}, so it is not clear whose state to read.");
}
