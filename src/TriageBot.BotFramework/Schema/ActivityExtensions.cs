namespace TriageBot.BotFramework.Schema;

/// <summary>Finds and takes out mentions, which some channels leave in the text.</summary>
public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string? id) =>
        activity.GetMentions().Any(mention => mention.Mentioned?.Id == id);

    public static bool MentionsRecipient(this IMessageActivity activity) => activity.MentionsId(activity.Recipient?.Id);

    /// <summary>Takes the bot's own name out of the text and returns what is left.</summary>
    public static string? RemoveRecipientMention(this IMessageActivity activity) =>
        activity.RemoveMentionText(activity.Recipient?.Id);

    /// <summary>Takes every mention of <paramref name="id"/> out of the text and returns what is left.</summary>
    public static string? RemoveMentionText(this IMessageActivity activity, string? id)
    {
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned?.Id == id))
        {
            var name = mention.Text ?? $"<at>{mention.Mentioned?.Name}</at>";
            activity.Text = activity.Text?.Replace(name, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
        }
        return activity.Text;
    }
}
