using System.Threading.Channels;
using TriageBot.Records.Turns;

namespace TriageBot.Host.DirectLine;

/// <summary>Wakes streams when something was added to their conversation.</summary>
internal sealed class StreamSignals : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Signal>> waiting = [];
    private readonly IDisposable listening;

    public StreamSignals(ChangeFeed changes)
    {
        listening = changes.Listen(change =>
        {
            if (change.LastSequence is not null)
            {
                Wake(change.ConversationId);
                // Whose conversation had not begun cannot know its id, and looks.
                Wake("");
            }
        });
    }

    /// <param name="conversation">Our own id; empty to be woken by every change.</param>
    public Signal Listen(string conversation)
    {
        var signal = new Signal(this, conversation);
        lock (gate)
        {
            if (!waiting.TryGetValue(conversation, out var there))
            {
                waiting[conversation] = there = [];
            }

            there.Add(signal);
        }

        return signal;
    }

    public void Dispose() => listening.Dispose();

    private void Wake(string conversation)
    {
        lock (gate)
        {
            foreach (var signal in waiting.GetValueOrDefault(conversation) ?? [])
            {
                signal.Ring();
            }
        }
    }

    private void Leave(Signal signal)
    {
        lock (gate)
        {
            if (waiting.TryGetValue(signal.Conversation, out var there) && there.Remove(signal) && there.Count == 0)
            {
                waiting.Remove(signal.Conversation);
            }
        }
    }

    internal sealed class Signal(StreamSignals owner, string conversation) : IDisposable
    {
        private readonly Channel<bool> rings = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );

        public string Conversation { get; } = conversation;

        public void Ring() => rings.Writer.TryWrite(true);

        public Task WaitAsync(CancellationToken stop) => rings.Reader.ReadAsync(stop).AsTask();

        public void Dispose() => owner.Leave(this);
    }
}
