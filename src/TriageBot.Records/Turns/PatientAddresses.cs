using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Storage;

namespace TriageBot.Records.Turns;

/// <summary>Finds whose conversation somebody else speaks of: a person at the channel, or the channel itself.</summary>
public sealed class PatientAddresses(RecordsDatabase database)
{
    /// <summary>
    /// The patient's address in the conversation of <paramref name="sender"/>: the sender's own where there is one, else
    /// the newest; null where nobody has written from there.
    /// </summary>
    public async Task<Address?> FindAsync(Address sender, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sender);
        using var records = database.OpenForReading();
        var user = await records
            .Addresses.Where(row =>
                row.Door == sender.Door
                && row.ChannelId == sender.ChannelId
                && row.ExternalConversationId == sender.ConversationId
            )
            .OrderByDescending(row => row.UserId == sender.UserId)
            .ThenByDescending(row => row.Id)
            .Select(row => row.UserId)
            .FirstOrDefaultAsync(stop);
        return user is null ? null : sender with { UserId = user };
    }
}
