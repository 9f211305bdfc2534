using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Records;

/// <summary>Reads what was said in a conversation, for clients that fetch it.</summary>
public sealed class Transcripts(RecordsDatabase database)
{
    /// <summary>Our own id of the conversation at an address; null where nobody has written from there.</summary>
    public async Task<string?> FindAsync(Address address, CancellationToken stop = default)
    {
        using var records = database.OpenForReading();
        return await Snapshot.FindConversation(records, address, stop);
    }

    /// <summary>
    /// What has come after the <paramref name="watermark"/> (a sequence number; 0 for all), in order. What happened
    /// inside, such as timers, is left out, so numbers may have gaps here.
    /// </summary>
    public async Task<IReadOnlyList<ActivityRow>> ReadAsync(
        string conversation,
        long watermark,
        int limit = 1000,
        CancellationToken stop = default
    )
    {
        using var records = database.OpenForReading();
        return await records
            .Activities.Where(row =>
                row.ConversationId == conversation && row.Sequence > watermark && row.Door != Doors.Inside
            )
            .OrderBy(row => row.Sequence)
            .Take(limit)
            .ToListAsync(stop);
    }
}
