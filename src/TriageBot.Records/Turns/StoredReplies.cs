using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;

namespace TriageBot.Records.Turns;

/// <summary>
/// The body of an answer that carries the replies. It is made of the replies as they are stored, so it need not be stored
/// itself: a duplicate gets it made again.
/// </summary>
internal static class StoredReplies
{
    public static string Body(IEnumerable<OutgoingDraft> drafts) =>
        Body(drafts.Where(draft => IsReply(draft.Kind)).Select(draft => draft.Activity.Json));

    public static string Body(IEnumerable<string> replies)
    {
        List<string> parts = [];
        foreach (var reply in replies)
        {
            parts.Add(parts.Count == 0 ? """{"activities":[""" : ",");
            parts.Add(reply);
        }
        parts.Add(parts.Count == 0 ? """{"activities":[]}""" : "]}");
        return string.Concat(parts);
    }

    /// <summary>False for a change of a message sent in an earlier turn: that is no reply.</summary>
    public static bool IsReply(string kind) => kind is not (ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete);

    /// <summary>True where the sender of a stored activity waited for the replies in the answer.</summary>
    public static bool AreExpectedBy(string? payload) =>
        payload is not null && BotJson.ReadActivity(payload).DeliveryMode == DeliveryModes.ExpectReplies;
}
