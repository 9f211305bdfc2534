namespace TriageBot.Records.Turns;

/// <summary>
/// What the latest turns left behind, so that a conversation's next turn need not read it back. It may be out of date: the
/// version decides at the commit, and whatever changes what a turn begins from raises the version.
/// </summary>
internal sealed class SnapshotCache
{
    // In characters of state and reference, twice that in bytes.
    private const long Capacity = 4 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<Address, LinkedListNode<Entry>> byAddress = [];
    private readonly Dictionary<string, LinkedListNode<Entry>> byConversation = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> latestFirst = [];
    private long held;

    public Snapshot? Find(Address address)
    {
        lock (gate)
        {
            if (!byAddress.TryGetValue(address, out var node))
            {
                return null;
            }
            latestFirst.Remove(node);
            latestFirst.AddFirst(node);
            return node.Value.Snapshot;
        }
    }

    public void Put(Address address, Snapshot snapshot)
    {
        var entry = new Entry(address, snapshot, SizeOf(snapshot));
        lock (gate)
        {
            Remove(snapshot.ConversationId);
            var node = latestFirst.AddFirst(entry);
            byAddress[address] = node;
            byConversation[snapshot.ConversationId] = node;
            held += entry.Size;
            while (held > Capacity && latestFirst.Last is { } oldest)
            {
                Remove(oldest.Value.Snapshot.ConversationId);
            }
        }
    }

    public void Forget(string conversation)
    {
        lock (gate)
        {
            Remove(conversation);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            byAddress.Clear();
            byConversation.Clear();
            latestFirst.Clear();
            held = 0;
        }
    }

    private void Remove(string conversation)
    {
        if (byConversation.Remove(conversation, out var node))
        {
            byAddress.Remove(node.Value.Address);
            latestFirst.Remove(node);
            held -= node.Value.Size;
        }
    }

    private static long SizeOf(Snapshot snapshot) =>
        1000 + snapshot.States.Sum(state => (long)state.Value.Length) + (snapshot.Address?.Reference?.Length ?? 0);

    private sealed record Entry(Address Address, Snapshot Snapshot, long Size);
}
