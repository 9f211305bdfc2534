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

    /// <summary>A conversation's highest sequence number; 0 where there is no such conversation.</summary>
    public async Task<long> NewestAsync(string conversation, CancellationToken stop = default)
    {
        using var records = database.OpenForReading();
        return await records
            .Conversations.Where(row => row.Id == conversation)
            .Select(row => row.NextSequence - 1)
            .SingleOrDefaultAsync(stop);
    }

    /// <summary>
    /// A whole conversation, what happened inside left out, and an audit entry that says who looked. Null where there is
    /// none, and then nothing is noted.
    /// </summary>
    /// <param name="id">Our own id of the conversation, or the id of one of its cases.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="now">When.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IReadOnlyList<ActivityRow>?> ReadAllAsync(
        string id,
        string reader,
        DateTimeOffset now,
        CancellationToken stop = default
    )
    {
        List<ActivityRow> rows;
        using (var records = database.OpenForReading())
        {
            var conversation =
                await records
                    .Cases.Where(row => row.Id == id)
                    .Select(row => row.ConversationId)
                    .SingleOrDefaultAsync(stop)
                ?? id;
            rows = await records
                .Activities.Where(row => row.ConversationId == conversation && row.Door != Doors.Inside)
                .OrderBy(row => row.Sequence)
                .ToListAsync(stop);
        }

        if (rows.Count == 0)
        {
            return null;
        }

        await database.WriteAsync(
            (records, _) =>
            {
                records.Audit.Add(
                    new AuditRow
                    {
                        At = now,
                        Actor = reader,
                        Kind = "conversation-read",
                        Detail = "",
                        ConversationId = rows[0].ConversationId,
                    }
                );
                return Task.CompletedTask;
            },
            stop
        );
        return rows;
    }
}
