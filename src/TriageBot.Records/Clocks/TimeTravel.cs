using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Clocks;

/// <summary>Moves one conversation's clock, so that a tester need not wait for it.</summary>
public sealed class TimeTravel(RecordsDatabase database, ChangeFeed changes)
{
    /// <summary>Sets how far the conversation's clock is ahead of the host's. False where there is no such conversation.</summary>
    public async Task<bool> MoveAsync(string conversation, TimeSpan offset, CancellationToken stop = default)
    {
        var moved = await database.WriteAsync(
            (records, cancelled) => Move(records, conversation, offset, cancelled),
            stop
        );
        if (moved)
        {
            changes.Tell(new RecordsChange(conversation, null, Cases: true, Timers: true, Outgoing: true));
        }
        return moved;
    }

    private static async Task<bool> Move(
        RecordsContext records,
        string conversation,
        TimeSpan offset,
        CancellationToken stop
    )
    {
        var row = await records
            .Conversations.AsTracking()
            .SingleOrDefaultAsync(found => found.Id == conversation, stop);
        if (row is null)
        {
            return false;
        }
        row.ClockOffset = offset;
        row.Version++;
        var timers = records.Timers.AsTracking().Where(timer => timer.ConversationId == conversation);
        await foreach (var timer in timers.AsAsyncEnumerable().WithCancellation(stop))
        {
            timer.FiresAt = timer.Due - offset;
        }
        var cases = records.Cases.AsTracking().Where(file => file.ConversationId == conversation);
        await foreach (var file in cases.AsAsyncEnumerable().WithCancellation(stop))
        {
            file.FallsDueAt = file.Due - offset;
        }
        return true;
    }
}
