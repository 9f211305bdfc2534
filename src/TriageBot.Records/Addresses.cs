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
}
