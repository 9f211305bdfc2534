using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.BotFramework.State;

namespace TriageBot.BotFramework;

/// <summary>
/// Keeps states in the process. It holds what the codec wrote, never the objects themselves, so a test sees what a
/// database would give back.
/// </summary>
public class MemoryStorage : ICodedStorage
{
    private const string ETagProperty = "etag";
    private readonly Dictionary<string, JsonObject> memory;
    private readonly Lock gate = new();
    private int nextETag;

    /// <summary>Makes a storage that takes values of any type, as tests need it.</summary>
    public MemoryStorage(Dictionary<string, JsonObject>? dictionary = null)
        : this(StateCodec.Lenient, dictionary) { }

    /// <summary>Makes a storage that takes values of any type and writes them by these options.</summary>
    public MemoryStorage(JsonSerializerOptions jsonSerializerOptions, Dictionary<string, JsonObject>? dictionary = null)
        : this(
            StateCodec.AllowUnregistered(
                options: jsonSerializerOptions ?? throw new ArgumentNullException(nameof(jsonSerializerOptions))
            ),
            dictionary
        ) { }

    /// <summary>Makes a storage that takes what this codec takes.</summary>
    public MemoryStorage(StateCodec codec, Dictionary<string, JsonObject>? dictionary = null)
    {
        ArgumentNullException.ThrowIfNull(codec);
        Codec = codec;
        memory = dictionary ?? [];
    }

    public StateCodec Codec { get; }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var items = new Dictionary<string, object>(keys.Length);
        lock (gate)
        {
            foreach (var key in keys.Distinct())
            {
                if (memory.TryGetValue(key, out var stored) && Read(key, stored) is { } item)
                {
                    items[key] = item;
                }
            }
        }
        return Task.FromResult<IDictionary<string, object>>(items);
    }

    /// <exception cref="Exception">An item was changed since it was read; nothing is written.</exception>
    /// <exception cref="StateCodecException">The codec does not know a type; nothing is written.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (gate)
        {
            var written = changes.Where(change => change.Value is not null).ToDictionary(c => c.Key, Write);
            foreach (var (key, _) in changes)
            {
                memory.Remove(key);
            }
            foreach (var (key, stored) in written)
            {
                memory[key] = stored;
            }
        }
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (gate)
        {
            foreach (var key in keys)
            {
                memory.Remove(key);
            }
        }
        return Task.CompletedTask;
    }

    private object? Read(string key, JsonObject stored)
    {
        var item = Codec.Decode(key, stored.ToJsonString());
        if (item is IStoreItem storeItem)
        {
            storeItem.ETag = (string?)stored[ETagProperty];
        }
        return item;
    }

    private JsonObject Write(KeyValuePair<string, object> change)
    {
        var stored = StateCodec.ToNode(Codec.Encode(change.Key, change.Value)) as JsonObject;
        if (stored is null)
        {
            throw new ArgumentException($"'{change.Key}': a single value or a list is not a state.");
        }
        if (change.Value is IStoreItem item)
        {
            CheckVersion(change.Key, item);
            stored[ETagProperty] = (nextETag++).ToString(CultureInfo.InvariantCulture);
        }
        return stored;
    }

    private void CheckVersion(string key, IStoreItem item)
    {
        var current = memory.TryGetValue(key, out var stored) ? (string?)stored[ETagProperty] : null;
        if (current is not null && item.ETag != "*" && item.ETag != current)
        {
            // Bot authors' tests expect this very type.
#pragma warning disable CA2201
            throw new Exception(
                $"Etag conflict: '{key}' was changed since it was read, as {item.ETag}; it is {current}."
            );
#pragma warning restore CA2201
        }
    }
}
