using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TriageBot.Records.Storage;

namespace TriageBot.Records.Turns;

/// <summary>
/// Runs turns, each in one transaction: of one conversation one at a time, and of one idempotency key only one, whose
/// answer all its duplicates get. What leaves the process, leaves after the commit.
/// </summary>
public sealed class TurnRunner
{
    private static readonly TimeSpan CommitLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Lazy<Task<TurnAnswer>>> running = new();
    private readonly Lanes lanes = new();
    private readonly RecordsDatabase database;
    private readonly TurnAttempts attempts;
    private readonly TimeProvider clock;
    private readonly ILogger<TurnRunner> log;
    private int turnsInFlight;

    public TurnRunner(
        RecordsDatabase database,
        TurnBot bot,
        SafetyNet net,
        TimeProvider clock,
        ChangeFeed changes,
        Failpoints failpoints,
        ILogger<TurnRunner> log
    )
    {
        this.database = database;
        this.clock = clock;
        this.log = log;
        attempts = new TurnAttempts(database, bot, net, clock, changes, failpoints, log);
    }

    /// <summary>False after a turn that could not even be stored as failed, until one goes through.</summary>
    public bool IsHealthy => attempts.IsHealthy && database.IsHealthy;

    /// <summary>Turns that have begun and not ended; a graceful stop waits until there are none.</summary>
    public int TurnsInFlight => Volatile.Read(ref turnsInFlight);

    /// <summary>
    /// Runs the turn, or waits for the one with the same key. Cancelling gives up waiting, not the turn: its sender
    /// asks again and gets its answer.
    /// </summary>
    public async Task<TurnAnswer> RunAsync(Arrival arrival, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        if (arrival.IdempotencyKey is null)
        {
            return await Begin(arrival).WaitAsync(cancellationToken);
        }

        var key = $"{Place(arrival)}\n{arrival.IdempotencyKey}";
        var mine = new Lazy<Task<TurnAnswer>>(() => Begin(arrival));
        var turn = running.GetOrAdd(key, mine);
        if (!ReferenceEquals(turn, mine))
        {
            return await turn.Value.WaitAsync(cancellationToken) with { IsRepeat = true };
        }

        _ = turn.Value.ContinueWith(
            _ => running.TryRemove(new KeyValuePair<string, Lazy<Task<TurnAnswer>>>(key, mine)),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return await turn.Value.WaitAsync(cancellationToken);
    }

    private async Task<TurnAnswer> Begin(Arrival arrival)
    {
        // The caller's thread is free at once, and all duplicates of the arrival see the same task.
        await Task.Yield();
        Interlocked.Increment(ref turnsInFlight);
        using var limit = new CancellationTokenSource(CommitLimit, clock);
        try
        {
            return await RunInLane(arrival, limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            log.LogWarning("A turn was not committed within {Limit}", CommitLimit);
            return TurnAnswer.Unavailable(AskAgainAfter);
        }
        catch (JsonException)
        {
            return new TurnAnswer(400);
        }
        finally
        {
            Interlocked.Decrement(ref turnsInFlight);
        }
    }

    private async Task<TurnAnswer> RunInLane(Arrival arrival, CancellationToken stop)
    {
        if (arrival is InnerArrival inner)
        {
            using var inside = await lanes.EnterAsync(inner.ConversationId, stop);
            return await attempts.RunAsync(arrival, stop);
        }

        // A first contact has no conversation to queue at yet, and a conversation may have several addresses: so first
        // the address, then the conversation that it points to.
        using var atAddress = await lanes.EnterAsync(Place(arrival), stop);
        var conversation = await attempts.FindConversation((ActivityArrival)arrival, stop);
        using var atConversation = conversation is null ? null : await lanes.EnterAsync(conversation, stop);
        return await attempts.RunAsync(arrival, stop);
    }

    private static string Place(Arrival arrival) =>
        arrival switch
        {
            ActivityArrival { Address: var at } => $"{at.Door}\n{at.ChannelId}\n{at.ConversationId}\n{at.UserId}",
            InnerArrival inner => inner.ConversationId,
            _ => throw new ArgumentException($"Nothing is known of {arrival.GetType().Name}.", nameof(arrival)),
        };
}
