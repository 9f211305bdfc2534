using TriageBot.BotFramework.Connector;

namespace TriageBot.BotFramework.Schema;

public partial class Activity
{
    // Direct Line and Web Chat hold a reply back that answers a conversation update: its id is not in their history.
    private string? AnswerableId =>
        IsActivity(ActivityTypes.ConversationUpdate) && ChannelId is (Channels.Directline or Channels.Webchat)
            ? null
            : Id;

    /// <summary>Takes down from an inbound activity where and to whom to write.</summary>
    public ConversationReference GetConversationReference() =>
        new()
        {
            ActivityId = AnswerableId,
            User = From,
            Bot = Recipient,
            Conversation = Conversation,
            ChannelId = ChannelId,
            Locale = Locale,
            ServiceUrl = ServiceUrl,
        };

    /// <summary>As <see cref="GetConversationReference"/>, but pointing at a reply, to change or delete it later.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity by <paramref name="reference"/>. A locale that is already set stays.</summary>
    /// <param name="reference">Where it belongs.</param>
    /// <param name="isIncoming">True: from the user to the bot; false: from the bot, as a reply where there is an
    /// activity to reply to.</param>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        if (isIncoming)
        {
            From = reference.User;
            Recipient = reference.Bot;
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            From = reference.Bot;
            Recipient = reference.User;
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }
        return this;
    }
}
