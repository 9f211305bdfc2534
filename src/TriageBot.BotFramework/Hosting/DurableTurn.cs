using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Hosting;

/// <summary>Collects one attempt's activities. It stands between turn state and unit because the turn state disposes
/// what it holds, and the unit outlives the turn.</summary>
internal sealed class DurableTurn(ITurnUnit unit)
{
    private readonly List<Activity> replies = [];

    /// <summary>What the attempt has sent, less what it changed or deleted again.</summary>
    public IReadOnlyList<Activity> Replies => replies;

    /// <summary>Gives the activity an id and keeps a copy: bots send the same object again, in this turn or, kept in a
    /// state, in a later one.</summary>
    public string Add(Activity activity, Activity inbound)
    {
        var outgoing = BotJson.Copy(activity);
        outgoing.Id = unit.NextActivityId();
        outgoing.Timestamp = unit.Clock.GetUtcNow();
        outgoing.ReplyToId = inbound.GetConversationReference().ActivityId;
        SayRoles(outgoing);
        unit.Add(outgoing);
        replies.Add(outgoing);
        return outgoing.Id;
    }

    public void Update(Activity activity)
    {
        var changed = BotJson.Copy(activity);
        SayRoles(changed);
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
        if (outgoing.From is { Role: null } bot)
        {
            bot.Role = RoleTypes.Bot;
        }
        if (outgoing.Recipient is { Role: null } user)
        {
            user.Role = RoleTypes.User;
        }
    }
}
