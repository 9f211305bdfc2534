using System.Collections.Concurrent;
using TriageBot.BotFramework.Hosting;
using TriageBot.Records.Deliveries;

namespace TriageBot.Records.Tests.Support;

/// <summary>A channel that takes all, or answers as its script says, and remembers what reached it.</summary>
public sealed class FakeChannel : IMessageSender
{
    private readonly ConcurrentQueue<Func<Delivery>> script = new();
    private readonly TaskCompletionSource reachedOnce = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Door => Doors.Connector;

    public ConcurrentQueue<OutgoingMessage> Reached { get; } = new();

    public Task ReachedOnce => reachedOnce.Task;

    public IEnumerable<string?> Texts => Reached.Select(message => message.Activity.Text);

    public void Next(params Delivery[] outcomes) => Array.ForEach(outcomes, outcome => script.Enqueue(() => outcome));

    public void NextThrows() => script.Enqueue(() => throw new HttpRequestException("reset"));

    public Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var outcome = script.TryDequeue(out var scripted)
            ? scripted()
            : new Delivery.Sent($"ext-{message.Activity.Id}");
        if (outcome is not Delivery.Refused)
        {
            Reached.Enqueue(message);
            reachedOnce.TrySetResult();
        }
        return Task.FromResult(outcome);
    }
}
