using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Hosting;

/// <summary>Collects one attempt's activities. It stands between turn state and unit because the turn state disposes
/// what it holds, and the unit outlives the turn.</summary>
internal sealed class DurableTurn(ITurnUnit unit)
{
    private readonly List<OutgoingActivity> replies = [];

    /// <summary>What the attempt has sent, less what it changed or deleted again.</summary>
    public IReadOnlyList<OutgoingActivity> Replies => replies;

    /// <summary>Gives the activity an id and writes it down: bots send the same object again, in this turn or, kept in a
    /// state, in a later one.</summary>
    public string Add(Activity activity, Activity inbound)
    {
        var stamped = activity.ShallowCopy();
        var id = unit.NextActivityId();
        stamped.Id = id;
        stamped.Timestamp = unit.Clock.GetUtcNow();
        stamped.ReplyToId = inbound.GetConversationReference().ActivityId;
        SayRoles(stamped);
        var outgoing = new OutgoingActivity(stamped);
        unit.Add(outgoing);
        replies.Add(outgoing);
        return id;
    }

    public void Update(Activity activity)
    {
        var stamped = activity.ShallowCopy();
        SayRoles(stamped);
        var changed = new OutgoingActivity(stamped);
        unit.Update(changed);
        var index = replies.FindIndex(reply => reply.Id == changed.Id);
        if (index >= 0)
        {
            replies[index] = changed;
        }
    }

    public void Delete(string activityId)
    {
        unit.Delete(activityId);
        replies.RemoveAll(reply => reply.Id == activityId);
    }

    // Web Chat sorts messages by role.
    private static void SayRoles(Activity outgoing)
    {
        outgoing.From = As(outgoing.From, RoleTypes.Bot);
        outgoing.Recipient = As(outgoing.Recipient, RoleTypes.User);
    }

    private static ChannelAccount? As(ChannelAccount? account, string role)
    {
        if (account is not { Role: null })
        {
            return account;
        }
        var known = account.ShallowCopy();
        known.Role = role;
        return known;
    }
}
