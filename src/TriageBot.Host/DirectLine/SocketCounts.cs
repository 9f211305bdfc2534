namespace TriageBot.Host.DirectLine;

/// <summary>Counts open sockets, so that no address and no conversation takes them all.</summary>
internal sealed class SocketCounts(DirectLineSettings settings)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> open = [];

    /// <summary>What to dispose of when the socket closes; null where there are too many.</summary>
    public IDisposable? Enter(string conversation, string address)
    {
        var (byConversation, byAddress) = ($"c {conversation}", $"a {address}");
        lock (gate)
        {
            if (
                open.GetValueOrDefault(byConversation) >= settings.Limits.SocketsPerConversation
                || open.GetValueOrDefault(byAddress) >= settings.Limits.SocketsPerAddress
            )
            {
                return null;
            }

            open[byConversation] = open.GetValueOrDefault(byConversation) + 1;
            open[byAddress] = open.GetValueOrDefault(byAddress) + 1;
        }

        return new Place(this, byConversation, byAddress);
    }

    private void Leave(string key)
    {
        if (open[key] == 1)
        {
            open.Remove(key);
        }
        else
        {
            open[key]--;
        }
    }

    private sealed class Place(SocketCounts counts, string byConversation, string byAddress) : IDisposable
    {
        public void Dispose()
        {
            lock (counts.gate)
            {
                counts.Leave(byConversation);
                counts.Leave(byAddress);
            }
        }
    }
}
