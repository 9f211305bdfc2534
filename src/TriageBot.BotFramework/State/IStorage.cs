namespace TriageBot.BotFramework;

/// <summary>Where states are kept: values by key.</summary>
public interface IStorage
{
    /// <summary>Reads values; keys that are not there are not in the result.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    /// <summary>Writes values. A value that is an <see cref="IStoreItem"/> is written only if it was not changed since
    /// it was read.</summary>
    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    /// <summary>Deletes values; keys that are not there do no harm.</summary>
    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}
