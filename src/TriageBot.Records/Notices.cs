using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;

namespace TriageBot.Records;

/// <summary>The queue of news for the hospital's own systems, for whoever sends them.</summary>
public sealed class Notices(RecordsDatabase database, TimeProvider clock)
{
    /// <summary>What is due to be sent, oldest first; of one case never a later notice before an earlier.</summary>
    public async Task<IReadOnlyList<NoticeRow>> DueAsync(int limit, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        using var records = database.OpenForReading();
        return await records
            .Notices.Where(row =>
                row.State == NoticeState.Pending
                && row.DueAt <= now
                && !records.Notices.Any(earlier =>
                    earlier.State == NoticeState.Pending
                    && earlier.CaseId == row.CaseId
                    && earlier.Id.CompareTo(row.Id) < 0
                )
            )
            .OrderBy(row => row.DueAt)
            .ThenBy(row => row.Id)
            .Take(limit)
            .ToListAsync(stop);
    }

    /// <summary>When the next one comes due; null where none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken stop = default)
    {
        using var records = database.OpenForReading();
        return await records
            .Notices.Where(row => row.State == NoticeState.Pending)
            .MinAsync(row => (DateTimeOffset?)row.DueAt, stop);
    }

    public Task MarkSentAsync(string id, CancellationToken stop = default) =>
        Change(id, row => row.State = NoticeState.Sent, stop);

    public Task MarkFailedAsync(string id, CancellationToken stop = default) =>
        Change(id, row => row.State = NoticeState.Failed, stop);

    public Task RetryLaterAsync(string id, TimeSpan wait, CancellationToken stop = default) =>
        Change(id, row => row.DueAt = clock.GetUtcNow() + wait, stop);

    private Task Change(string id, Action<NoticeRow> change, CancellationToken stop) =>
        database.WriteAsync(
            async (records, cancelled) =>
            {
                var row = await records.Notices.AsTracking().SingleAsync(found => found.Id == id, cancelled);
                row.Attempts++;
                change(row);
            },
            stop
        );
}
