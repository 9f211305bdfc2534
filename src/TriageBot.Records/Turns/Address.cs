using TriageBot.BotFramework.Schema;

namespace TriageBot.Records.Turns;

/// <summary>Where something came from.</summary>
/// <param name="Door">One of <see cref="Doors"/>; set by the door itself, never read from what arrived.</param>
/// <param name="ConversationId">The conversation as the channel names it.</param>
public sealed record Address(string Door, string ChannelId, string ConversationId, string UserId)
{
    /// <summary>
    /// The address of an activity. Who joins a conversation is its user, whoever sent the news; the bot never is.
    /// </summary>
    /// <exception cref="ArgumentException">The activity names no conversation.</exception>
    public static Address Of(string door, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var conversation = activity.Conversation?.Id;
        if (string.IsNullOrEmpty(conversation))
        {
            throw new ArgumentException("The activity names no conversation.", nameof(activity));
        }
        return new Address(door, activity.ChannelId ?? "", conversation, UserOf(activity) ?? "");
    }

    private static string? UserOf(Activity activity)
    {
        var joined = activity.MembersAdded?.FirstOrDefault(member => member.Id != activity.Recipient?.Id)?.Id;
        return activity.Type == ActivityTypes.ConversationUpdate ? joined ?? activity.From?.Id : activity.From?.Id;
    }
}
