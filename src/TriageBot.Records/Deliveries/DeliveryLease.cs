using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;

namespace TriageBot.Records.Deliveries;

/// <summary>The right of one process to send a conversation's messages, for a while.</summary>
internal sealed class DeliveryLease(RecordsDatabase database, TimeProvider clock)
{
    // Longer than any sender waits for its channel.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);
    private readonly string owner = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    public Task<Lease> Take(string conversation, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async (records, cancelled) =>
            {
                var held = await records
                    .Conversations.Where(row => row.Id == conversation)
                    .Select(row => new { row.LeasedBy, row.LeasedUntil })
                    .SingleAsync(cancelled);
                // Where nobody shares the records, another holder is a process that died.
                if (held.LeasedBy is not null && held.LeasedBy != owner && held.LeasedUntil > now && database.IsShared)
                {
                    return Lease.Held;
                }
                var taken = await records
                    .Conversations.Where(row => row.Id == conversation && row.LeasedBy == held.LeasedBy)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(found => found.LeasedBy, owner)
                                .SetProperty(found => found.LeasedUntil, now + LeaseTime),
                        cancelled
                    );
                if (taken == 0 || held.LeasedBy is null)
                {
                    return taken == 0 ? Lease.Held : Lease.Fresh;
                }
                await DoubtHead(records, conversation, cancelled);
                return Lease.Inherited;
            },
            stop
        );
    }

    /// <summary>With the last message the lease ends in the same commit. True where it goes on.</summary>
    public async Task<bool> Keep(RecordsContext records, ActivityRow marked, DateTimeOffset now)
    {
        var more = await records.Activities.AnyAsync(row =>
            row.ConversationId == marked.ConversationId
            && row.Delivery == DeliveryState.Pending
            && row.Sequence != marked.Sequence
        );
        var keeps = more || marked.Delivery == DeliveryState.Pending;
        await records
            .Conversations.Where(row => row.Id == marked.ConversationId && row.LeasedBy == owner)
            .ExecuteUpdateAsync(row =>
                row.SetProperty(found => found.LeasedBy, keeps ? owner : null)
                    .SetProperty(found => found.LeasedUntil, keeps ? now + LeaseTime : null)
            );
        return keeps;
    }

    // What the holder before was about to mark may have been sent.
    private static async Task DoubtHead(RecordsContext records, string conversation, CancellationToken stop)
    {
        var head = await records
            .Activities.Where(row => row.ConversationId == conversation && row.Delivery == DeliveryState.Pending)
            .MinAsync(row => (long?)row.Sequence, stop);
        await records
            .Activities.Where(row => row.ConversationId == conversation && row.Sequence == head)
            .ExecuteUpdateAsync(row => row.SetProperty(found => found.Doubts, found => found.Doubts + 1), stop);
    }

    public Task<int> Release(string conversation) =>
        database.WriteAsync(
            (records, stop) =>
                records
                    .Conversations.Where(row => row.Id == conversation && row.LeasedBy == owner)
                    .ExecuteUpdateAsync(
                        row =>
                            row.SetProperty(found => found.LeasedBy, (string?)null)
                                .SetProperty(found => found.LeasedUntil, (DateTimeOffset?)null),
                        stop
                    ),
            CancellationToken.None
        );
}

internal enum Lease
{
    Fresh,

    /// <summary>Its holder before let it run out, or died.</summary>
    Inherited,

    /// <summary>Another process has it.</summary>
    Held,
}
