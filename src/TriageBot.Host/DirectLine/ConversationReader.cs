using System.Globalization;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Records;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Host.DirectLine;

/// <summary>Reads a conversation as its client may see it: from the records, so that any host serves any client.</summary>
internal sealed class ConversationReader(Transcripts transcripts)
{
    private const int AtATime = 200;

    /// <summary>Our own id of the holder's conversation; null where nothing was said yet.</summary>
    public Task<string?> FindAsync(DirectLineToken holder, CancellationToken stop) =>
        transcripts.FindAsync(holder.Address, stop);

    /// <summary>What came after the <paramref name="watermark"/>; all where that is none of this conversation's.</summary>
    /// <param name="conversation">As <see cref="FindAsync"/> returned it.</param>
    public async Task<ActivitySet> ReadAsync(
        DirectLineToken holder,
        string? conversation,
        long watermark,
        CancellationToken stop
    )
    {
        if (conversation is null)
        {
            return new ActivitySet([], watermark, false);
        }

        var rows = await transcripts.ReadAsync(conversation, watermark, AtATime, stop);
        if (rows.Count == 0 && watermark > 0 && watermark > await transcripts.NewestAsync(conversation, stop))
        {
            // The records were restored from a day before that. Until they had come so far again the client would hear
            // nothing; so it hears all anew.
            return await ReadAsync(holder, conversation, 0, stop);
        }

        var shown = rows.Where(IsForClients).ToList();
        var ids = shown.Select(row => row.Sequence).ToHashSet();
        return new ActivitySet(
            [.. shown.Select(row => Show(row, holder, ids))],
            rows.Count > 0 ? rows[^1].Sequence : watermark,
            rows.Count == AtATime
        );
    }

    /// <summary>The id by which clients know what has a sequence number.</summary>
    public static string IdOf(string conversation, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{sequence:D7}");

    // News of who came, and changes to earlier messages, are nothing that Direct Line has.
    private static bool IsForClients(ActivityRow row) =>
        row.Payload is not null
        && row.Type
            is not (ActivityTypes.ConversationUpdate or ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete);

    /// <param name="shown">What the client gets with it: Web Chat holds a reply back until it has what is replied to.</param>
    private static Activity Show(ActivityRow row, DirectLineToken holder, HashSet<long> shown)
    {
        var activity = BotJson.ReadActivity(row.Payload!);
        activity.Id = IdOf(row.ConversationId, row.Sequence);
        activity.Timestamp ??= row.At;
        activity.ServiceUrl = null;
        activity.DeliveryMode = null;
        activity.ChannelId = DirectLineToken.Channel;
        activity.Conversation = new ConversationAccount { Id = holder.Conversation };
        if (row.AnswersSequence is { } answered)
        {
            activity.ReplyToId = shown.Contains(answered) ? IdOf(row.ConversationId, answered) : null;
        }

        // What the patient wrote from elsewhere, such as a phone's number, is not this page's to show.
        if (row.Direction == ActivityDirection.In && row.Door != Doors.DirectLine)
        {
            activity.From = new ChannelAccount { Id = holder.User ?? holder.Conversation, Role = RoleTypes.User };
            activity.Recipient = null;
            activity.ChannelData = null;
        }

        return activity;
    }
}
