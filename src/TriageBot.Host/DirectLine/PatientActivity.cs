using TriageBot.BotFramework.Schema;

namespace TriageBot.Host.DirectLine;

/// <summary>
/// Makes the activity that a turn begins with. Who writes, where, and how replies leave is ours to say: of what a client
/// posts only what a patient may say is taken over.
/// </summary>
internal static class PatientActivity
{
    private const string BotId = "triagebot";
    private const int LongestName = 200;
    private const int MostAttachments = 20;

    /// <summary>News that the user has come; both members, as Direct Line has it.</summary>
    public static Activity Join(DirectLineToken holder, string bot, string? locale, DateTimeOffset now)
    {
        var joined = Addressed(ActivityTypes.ConversationUpdate, holder, null, bot, now);
        joined.Locale = Short(locale);
        joined.MembersAdded = [joined.From!, joined.Recipient!];
        return joined;
    }

    public static Activity Of(Activity said, DirectLineToken holder, string bot, DateTimeOffset now)
    {
        var activity = Addressed(said.Type!, holder, said.From, bot, now);
        activity.Text = said.Text;
        activity.TextFormat = Short(said.TextFormat);
        activity.Locale = Short(said.Locale);
        activity.LocalTimestamp = said.LocalTimestamp;
        activity.LocalTimezone = Short(said.LocalTimezone);
        activity.Name = Short(said.Name);
        activity.Value = said.Value;
        activity.ReplyToId = Short(said.ReplyToId);
        activity.ChannelData = said.ChannelData;
        activity.Attachments = said.Attachments is { Count: > 0 } sent
            ? [.. sent.Take(MostAttachments).Where(one => one is not null).Select(WithoutContent)]
            : null;
        return activity;
    }

    /// <summary>A short text as it is; a longer one is nothing that we know, and dropped.</summary>
    public static string? Short(string? text) => text?.Length > LongestName ? null : text;

    private static Activity Addressed(
        string type,
        DirectLineToken holder,
        ChannelAccount? from,
        string bot,
        DateTimeOffset now
    ) =>
        new()
        {
            Type = type,
            ChannelId = DirectLineToken.Channel,
            Timestamp = now,
            Conversation = new ConversationAccount { Id = holder.Conversation },
            From = new ChannelAccount
            {
                Id =
                    holder.User ?? (Short(from?.Id) is { Length: > 0 } own && own != BotId ? own : holder.Conversation),
                Name = Short(from?.Name),
                Role = RoleTypes.User,
            },
            Recipient = new ChannelAccount
            {
                Id = BotId,
                Name = bot,
                Role = RoleTypes.Bot,
            },
        };

    // That something was sent is for the nurse to know; the thing itself is never kept.
    private static Attachment WithoutContent(Attachment sent) =>
        new() { ContentType = Short(sent.ContentType), Name = Short(sent.Name) };
}
