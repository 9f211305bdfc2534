using TriageBot.BotFramework;
using TriageBot.BotFramework.State;

namespace TriageBot.Records.Turns;

/// <summary>
/// The bot's storage for one attempt: reads what the attempt began from, keeps what is written until the commit. The
/// bot's keys name channel and user; here they name parts of the one conversation, so that it may have several doors.
/// </summary>
internal sealed class TurnStorage(StateCodec codec, IReadOnlyDictionary<string, string> stored) : ICodedStorage
{
    private readonly Dictionary<string, string?> changes = [];

    public StateCodec Codec => codec;

    /// <summary>New values by name; null where the value was deleted.</summary>
    public IReadOnlyDictionary<string, string?> Changes => changes;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, object>();
        foreach (var key in keys.Distinct())
        {
            if (ReadText(key) is { } text && codec.Decode(key, text) is { } value)
            {
                found[key] = value;
            }
        }
        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public string? ReadText(string key)
    {
        var name = NameOf(key);
        return changes.TryGetValue(name, out var changed) ? changed : stored.GetValueOrDefault(name);
    }

    public bool WriteText(string key, string text)
    {
        changes[NameOf(key)] = text;
        return true;
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, value) in changes)
        {
            this.changes[NameOf(key)] = codec.Encode(key, value);
        }
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
        {
            changes[NameOf(key)] = null;
        }
        return Task.CompletedTask;
    }

    private static string NameOf(string key)
    {
        var conversation = key.Contains("/conversations/", StringComparison.Ordinal);
        var user = key.Contains("/users/", StringComparison.Ordinal);
        return (conversation, user) switch
        {
            (true, true) => "private",
            (true, false) => "conversation",
            (false, true) => "user",
            _ => key,
        };
    }
}
