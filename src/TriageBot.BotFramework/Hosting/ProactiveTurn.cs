using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Hosting;

/// <summary>Makes the inbound activity of a turn that no user begins: a due timer, a nurse's act, a receipt.</summary>
public static class ProactiveTurn
{
    /// <summary>An event in the conversation of <paramref name="reference"/>. It has no id, so that replies do not claim
    /// to answer an activity that the channel has never seen.</summary>
    /// <param name="reference">Where the turn takes place.</param>
    /// <param name="name">What happened; by default <see cref="ActivityEventNames.ContinueConversation"/>.</param>
    /// <param name="value">What the bot needs to know of it.</param>
    public static Activity Event(
        ConversationReference reference,
        string name = ActivityEventNames.ContinueConversation,
        object? value = null
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        var activity = reference.GetContinuationActivity();
        activity.Id = null;
        activity.Name = name;
        activity.Value = value;
        return activity;
    }
}
