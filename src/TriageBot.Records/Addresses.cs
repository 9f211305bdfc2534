using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

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
        return await In(records, door, channelId, externalConversation)
            .OrderBy(row => row.Id)
            .Select(row => row.UserId)
            .FirstOrDefaultAsync(stop);
    }

    /// <summary>
    /// The patient's address in the conversation of <paramref name="sender"/>, who may be somebody else there or the channel
    /// itself: the sender's own where there is one, else the newest; null where nobody has written from there.
    /// </summary>
    public async Task<Address?> FindPatientAsync(Address sender, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sender);
        using var records = database.OpenForReading();
        var user = await In(records, sender.Door, sender.ChannelId, sender.ConversationId)
            .OrderByDescending(row => row.UserId == sender.UserId)
            .ThenByDescending(row => row.Id)
            .Select(row => row.UserId)
            .FirstOrDefaultAsync(stop);
        return user is null ? null : sender with { UserId = user };
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

    private static IQueryable<AddressRow> In(
        RecordsContext records,
        string door,
        string channelId,
        string externalConversation
    ) =>
        records.Addresses.Where(row =>
            row.Door == door && row.ChannelId == channelId && row.ExternalConversationId == externalConversation
        );
}
