using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TriageBot.Records.Clocks;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Deliveries;

/// <summary>Sends what turns have committed: in order within a conversation, conversations side by side.</summary>
public sealed class DeliveryService : IDisposable
{
    private const int MostLanes = 32;
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RestAfterFault = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Task> running = new();
    private readonly RecordsDatabase database;
    private readonly TimeProvider clock;
    private readonly ILogger<DeliveryService> log;
    private readonly DeliveryLane lane;
    private readonly Alarm alarm;
    private readonly IDisposable listening;

    /// <param name="random">Spreads retries; pass one with a seed that is logged.</param>
    public DeliveryService(
        RecordsDatabase database,
        TurnRunner turns,
        IEnumerable<IMessageSender> senders,
        TimeProvider clock,
        Random random,
        ChangeFeed changes,
        Failpoints failpoints,
        ILogger<DeliveryService> log
    )
    {
        ArgumentNullException.ThrowIfNull(changes);
        this.database = database;
        this.clock = clock;
        this.log = log;
        lane = new DeliveryLane(
            database,
            turns,
            senders.ToDictionary(sender => sender.Door),
            clock,
            new Patience(random),
            changes,
            failpoints,
            log
        );
        alarm = new Alarm(clock);
        listening = changes.Listen(change =>
        {
            if (change.Outgoing)
            {
                alarm.Ring();
            }
        });
    }

    /// <summary>Sends until it is stopped; then waits for what is under way.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            DateTimeOffset? next = null;
            try
            {
                next = await StartDueLanes(stop);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                log.LogError("Could not look for messages to send: {Problem}", problem.GetType().FullName);
            }
            await alarm.WaitAsync(next, LookAgainAfter, stop);
        }
        await Task.WhenAll(running.Values);
    }

    /// <summary>Sends all that is due now, and returns when nothing more is.</summary>
    public async Task SweepAsync(CancellationToken stop = default)
    {
        await StartDueLanes(stop);
        while (!running.IsEmpty)
        {
            await Task.WhenAll(running.Values);
            await StartDueLanes(stop);
        }
    }

    public void Dispose() => listening.Dispose();

    /// <summary>Returns when the next message comes due that no lane is busy with.</summary>
    private async Task<DateTimeOffset?> StartDueLanes(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var earliest = (await database.NextDueAsync(stop)).Message;
        if (earliest is null || earliest > now)
        {
            return earliest;
        }
        var heads = await WaitingHeads(stop);
        foreach (var (conversation, due) in heads)
        {
            if (due <= now && running.Count < MostLanes)
            {
                StartUnlessRunning(conversation, stop);
            }
        }
        var later = heads.Where(head => head.Due > now).Select(head => (DateTimeOffset?)head.Due);
        return later.Min();
    }

    private void StartUnlessRunning(string conversation, CancellationToken stop)
    {
        var listed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        listed.SetResult(running.TryAdd(conversation, RunLane()));

        async Task RunLane()
        {
            // Two who look at the same time would send everything twice; the one in the list takes itself out of it.
            if (!await listed.Task)
            {
                return;
            }
            if (!await RunOnce(conversation, stop))
            {
                await Task.Delay(RestAfterFault, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            running.TryRemove(conversation, out _);
            alarm.Ring();
        }
    }

    private async Task<bool> RunOnce(string conversation, CancellationToken stop)
    {
        try
        {
            return await lane.RunAsync(conversation, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception problem)
        {
            log.LogError("Sending stopped with {Problem}", problem.GetType().FullName);
            return false;
        }
    }

    private async Task<List<WaitingHead>> WaitingHeads(CancellationToken stop)
    {
        using var records = database.OpenForReading();
        return await records
            .Activities.Where(row =>
                row.Delivery == DeliveryState.Pending
                && !records.Activities.Any(earlier =>
                    earlier.Delivery == DeliveryState.Pending
                    && earlier.ConversationId == row.ConversationId
                    && earlier.Sequence < row.Sequence
                )
            )
            .OrderBy(row => row.DueAt)
            .Take(1000)
            .Select(row => new WaitingHead(row.ConversationId, row.DueAt!.Value))
            .ToListAsync(stop);
    }

    private readonly record struct WaitingHead(string ConversationId, DateTimeOffset Due);
}
