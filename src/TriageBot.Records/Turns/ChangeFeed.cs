namespace TriageBot.Records.Turns;

/// <summary>Tells whoever listens in this process what a commit changed, after it.</summary>
public sealed class ChangeFeed
{
    private readonly Lock gate = new();
    private Action<RecordsChange>[] listeners = [];

    /// <summary>Calls <paramref name="listener"/> after each commit, until the result is disposed. It must be quick.</summary>
    public IDisposable Listen(Action<RecordsChange> listener)
    {
        lock (gate)
        {
            listeners = [.. listeners, listener];
        }
        return new Listening(this, listener);
    }

    internal void Tell(RecordsChange change)
    {
        foreach (var listener in listeners)
        {
            listener(change);
        }
    }

    private sealed class Listening(ChangeFeed feed, Action<RecordsChange> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (feed.gate)
            {
                feed.listeners = [.. feed.listeners.Where(other => other != listener)];
            }
        }
    }
}

/// <param name="LastSequence">The transcript's newest number; null where nothing was added to it.</param>
/// <param name="Cases">Cases changed.</param>
/// <param name="Timers">Timers, or when a case falls due, changed.</param>
/// <param name="Outgoing">Something waits to be sent.</param>
public sealed record RecordsChange(string ConversationId, long? LastSequence, bool Cases, bool Timers, bool Outgoing)
{
    /// <summary>The earliest moment, on the host's clock, that a timer or case was set for; null where that is not known.</summary>
    public DateTimeOffset? EarliestDue { get; init; }
}
