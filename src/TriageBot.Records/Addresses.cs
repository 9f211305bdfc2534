using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Storage;

namespace TriageBot.Records;

/// <summary>Where patients write from.</summary>
public sealed class Addresses(RecordsDatabase database)
{
    /// <summary>Who first wrote in a conversation, by the name that its channel gives it; null where nobody has.</summary>
    public async Task<string?> FindUserAsync(
        string door,
        string channelId,
        string externalConversation,
        CancellationToken stop = default
    )
    {
        using var records = database.OpenForReading();
        return await records
            .Addresses.Where(row =>
                row.Door == door && row.ChannelId == channelId && row.ExternalConversationId == externalConversation
            )
            .OrderBy(row => row.Id)
            .Select(row => row.UserId)
            .FirstOrDefaultAsync(stop);
    }

    /// <summary>
    /// Lets whoever writes from the conversation's addresses be a new patient the next time. The conversation stays as it
    /// is, for nurses and for the record, and nothing wakes it any more.
    /// </summary>
    public Task LeaveAsync(string conversation, CancellationToken stop = default) =>
        database.WriteAsync(
            async (records, cancelled) =>
            {
                await records
                    .Addresses.Where(row => row.ConversationId == conversation)
                    .ExecuteUpdateAsync(
                        change =>
                            change.SetProperty(
                                row => row.ExternalConversationId,
                                row => row.ExternalConversationId + "#" + row.Id
                            ),
                        cancelled
                    );
                await records.Timers.Where(row => row.ConversationId == conversation).ExecuteDeleteAsync(cancelled);
                // A turn that is under way read the address as it was, and must run again.
                await records
                    .Conversations.Where(row => row.Id == conversation)
                    .ExecuteUpdateAsync(
                        change => change.SetProperty(row => row.Version, row => row.Version + 1),
                        cancelled
                    );
            },
            stop
        );
}
