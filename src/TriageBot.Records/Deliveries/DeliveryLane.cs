using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TriageBot.BotFramework.Hosting;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Deliveries;

/// <summary>
/// Sends one conversation's messages, in order, under a lease: as long as the head of the queue waits, all wait.
/// </summary>
internal sealed class DeliveryLane(
    RecordsDatabase database,
    TurnRunner turns,
    IReadOnlyDictionary<string, IMessageSender> senders,
    TimeProvider clock,
    Patience patience,
    ChangeFeed changes,
    Failpoints failpoints,
    ILogger log
)
{
    private const int MostDoubts = 2;
    private readonly DeliveryLease leases = new(database, clock);

    /// <summary>Sends what is due. False where that could not be done now, and trying again at once would not help.</summary>
    public async Task<bool> RunAsync(string conversation, CancellationToken stop)
    {
        var lease = await leases.Take(conversation, stop);
        if (lease is Lease.Held)
        {
            return false;
        }

        var leased = true;
        try
        {
            // Whoever held the lease before may have died between sending and marking.
            var mayBeRepeat = lease is Lease.Inherited;
            while (await Head(conversation, stop) is { } head && head.DueAt <= clock.GetUtcNow())
            {
                if (head.GoodUntil is { } until && until <= clock.GetUtcNow())
                {
                    var answer = await turns.RunAsync(new StaleArrival(head), stop);
                    if (!answer.IsStored)
                    {
                        return false;
                    }
                    continue;
                }
                // Until it is marked nobody knows that it was sent, so a lease that is not given back says that it may be.
                leased = false;
                failpoints.Reach(Failpoints.BeforeSend);
                var outcome = await Send(head, mayBeRepeat || head.Doubts > 0, stop);
                failpoints.Reach(Failpoints.AfterSend);
                if (!await Mark(head, outcome))
                {
                    return true;
                }
                leased = true;
                mayBeRepeat = false;
            }
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Senders are stopped only before anything has left.
            leased = true;
            throw;
        }
        finally
        {
            if (leased)
            {
                await leases.Release(conversation);
            }
        }
    }

    private async Task<ActivityRow?> Head(string conversation, CancellationToken stop)
    {
        using var records = database.OpenForReading();
        return await records
            .Activities.Where(row => row.ConversationId == conversation && row.Delivery == DeliveryState.Pending)
            .OrderBy(row => row.Sequence)
            .FirstOrDefaultAsync(stop);
    }

    private async Task<Delivery> Send(ActivityRow message, bool mayBeRepeat, CancellationToken stop)
    {
        if (message.Doubts >= MostDoubts)
        {
            return new Delivery.Unknown("The process ended while it was sent.");
        }
        if (message.Payload is null || !senders.TryGetValue(message.Door, out var sender))
        {
            return new Delivery.Failed(null, $"Nothing sends through the door '{message.Door}'.");
        }
        var activity = BotJson.ReadActivity(message.Payload);
        try
        {
            return await sender.SendAsync(
                new OutgoingMessage(message.Type, activity)
                {
                    MayBeRepeat = mayBeRepeat,
                    ExternalId = await EarlierId(message, stop),
                },
                stop
            );
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            log.LogError("The sender of {Door} threw {Problem}", message.Door, problem.GetType().FullName);
            return new Delivery.Unknown(problem.GetType().Name);
        }
    }

    private async Task<string?> EarlierId(ActivityRow message, CancellationToken stop)
    {
        if (message.Type is not ("messageUpdate" or "messageDelete"))
        {
            return null;
        }
        using var records = database.OpenForReading();
        return await records
            .Activities.Where(row =>
                row.ConversationId == message.ConversationId
                && row.ActivityId == message.ActivityId
                && row.Sequence < message.Sequence
                && row.ExternalId != null
            )
            .OrderByDescending(row => row.Sequence)
            .Select(row => row.ExternalId)
            .FirstOrDefaultAsync(stop);
    }

    // A message that left must be marked even while the host stops, or it leaves twice. True where the lease goes on.
    private async Task<bool> Mark(ActivityRow head, Delivery outcome)
    {
        var now = clock.GetUtcNow();
        var (failed, keeps) = await database.WriteAsync(
            async (records, stop) =>
            {
                var message = await records
                    .Activities.AsTracking()
                    .SingleAsync(
                        row => row.ConversationId == head.ConversationId && row.Sequence == head.Sequence,
                        stop
                    );
                Note(message, outcome, now);
                var serious = message is { Delivery: DeliveryState.Failed, Weight: not null };
                if (serious)
                {
                    await TellNurse(records, message, now);
                }
                return (serious, await leases.Keep(records, message, now));
            },
            CancellationToken.None
        );
        changes.Tell(new RecordsChange(head.ConversationId, null, Cases: failed, Timers: failed, Outgoing: false));
        return keeps;
    }

    private void Note(ActivityRow message, Delivery outcome, DateTimeOffset now)
    {
        message.Attempts++;
        switch (outcome)
        {
            case Delivery.Sent sent:
                message.Delivery = DeliveryState.Sent;
                message.ExternalId = sent.Id;
                message.DueAt = null;
                return;
            case Delivery.Failed failed:
                Fail(message, failed.Reason);
                return;
            case Delivery.Refused refused:
                Retry(message, patience.After(message.Attempts, refused.RetryAfter), now);
                return;
            // A third copy would be one too many.
            case Delivery.Unknown unknown when ++message.Doubts >= MostDoubts:
                Fail(message, $"Sent twice without an answer: {unknown.Reason}");
                return;
            default:
                Retry(message, patience.After(message.Attempts, null), now);
                return;
        }
    }

    private void Retry(ActivityRow message, TimeSpan wait, DateTimeOffset now)
    {
        if (message.OverdueAt <= now)
        {
            Fail(message, "The channel refused it for too long.");
            return;
        }
        // However long the channel asks to wait: by then somebody must know that it did not arrive.
        var due = now + wait;
        due = message.OverdueAt < due ? message.OverdueAt.Value : due;
        message.DueAt = message.GoodUntil < due ? message.GoodUntil : due;
    }

    private void Fail(ActivityRow message, string problem)
    {
        log.LogWarning(
            "Message {Sequence} of conversation {Conversation} cannot be delivered: {Problem}",
            message.Sequence,
            message.ConversationId,
            problem
        );
        message.Delivery = DeliveryState.Failed;
        message.Problem = problem;
        message.DueAt = null;
    }

    private static async Task TellNurse(RecordsContext records, ActivityRow message, DateTimeOffset now)
    {
        var offset = await records
            .Conversations.Where(row => row.Id == message.ConversationId)
            .Select(row => row.ClockOffset)
            .SingleAsync();
        await OwnCases.NotDelivered(
            new ContextLedger(records),
            message.ConversationId,
            BotJson.ReadActivity(message.Payload!),
            message.Weight!.Value,
            new TurnTime(now, offset),
            CancellationToken.None
        );
    }
}
