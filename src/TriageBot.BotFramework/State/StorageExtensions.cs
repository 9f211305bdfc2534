namespace TriageBot.BotFramework;

/// <summary>Typed reading.</summary>
public static class StorageExtensions
{
    /// <summary>As <see cref="IStorage.ReadAsync"/>, leaving out values of other types.</summary>
    public static async Task<IDictionary<string, T>> ReadAsync<T>(
        this IStorage storage,
        string[] keys,
        CancellationToken cancellationToken = default
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(storage);
        var items = await storage.ReadAsync(keys, cancellationToken).ConfigureAwait(false);
        return items.Where(item => item.Value is T).ToDictionary(item => item.Key, item => (T)item.Value);
    }
}
