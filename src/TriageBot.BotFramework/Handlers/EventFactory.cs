using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>Makes the events by which a conversation is handed to a person, and by which its new holder reports.</summary>
public static class EventFactory
{
    /// <summary>Asks the channel to hand the conversation to a person.</summary>
    /// <param name="turnContext">The turn in which it is asked for.</param>
    /// <param name="handoffContext">What the channel's side routes by; any value that can be written as JSON.</param>
    /// <param name="transcript">What was said so far, or null where the channel has it.</param>
    public static IEventActivity CreateHandoffInitiation(
        ITurnContext turnContext,
        object handoffContext,
        Transcript? transcript = null
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var inbound = turnContext.Activity;
        var handoff = MakeEvent(HandoffEventNames.InitiateHandoff, handoffContext, inbound.Conversation);
        handoff.From = inbound.From;
        handoff.RelatesTo = inbound.GetConversationReference();
        handoff.ReplyToId = inbound.Id;
        handoff.ServiceUrl = inbound.ServiceUrl;
        handoff.ChannelId = inbound.ChannelId;
        if (transcript is not null)
        {
            handoff.Attachments =
            [
                new Attachment
                {
                    Name = "Transcript",
                    ContentType = "application/json",
                    Content = transcript,
                },
            ];
        }
        return handoff;
    }

    /// <summary>Reports what became of a handoff.</summary>
    /// <param name="conversation">The conversation that was handed over.</param>
    /// <param name="state">"accepted", "failed" or "completed".</param>
    /// <param name="message">Why it failed, or null.</param>
    public static IEventActivity CreateHandoffStatus(
        ConversationAccount conversation,
        string state,
        string? message = null
    )
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(state);
        var value = new Dictionary<string, object?> { ["state"] = state, ["message"] = message };
        return MakeEvent(HandoffEventNames.HandoffStatus, value, conversation);
    }

    private static Activity MakeEvent(string name, object value, ConversationAccount? conversation) =>
        new(ActivityTypes.Event)
        {
            Id = Guid.NewGuid().ToString(),
            Name = name,
            Value = value,
            Conversation = conversation,
            Attachments = [],
            Entities = [],
        };
}
