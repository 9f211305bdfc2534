using Microsoft.EntityFrameworkCore;
using TriageBot.BotFramework.Hosting;
using TriageBot.Conversation.Effects;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Deliveries;

/// <summary>
/// A message whose time passed before it could be sent. The bot is asked for a fresh one by an event whose value is
/// the old one's id; where it says nothing, a nurse hears of it.
/// </summary>
public sealed record StaleArrival : InnerArrival
{
    private readonly long sequence;
    private readonly string activityId;

    internal StaleArrival(ActivityRow message)
        : base(message.ConversationId)
    {
        sequence = message.Sequence;
        activityId = message.ActivityId ?? "";
        IdempotencyKey = $"stale:{sequence}";
    }

    internal override string EventName => TurnFacts.MessageStaleEvent;

    internal override object EventValue => activityId;

    internal override string Actor => CaseBook.Clock;

    internal override async Task Settle(TurnLedger ledger, TurnTime now, bool answered, CancellationToken stop)
    {
        var message = await ledger
            .Records.Activities.AsTracking()
            .SingleAsync(row => row.ConversationId == ConversationId && row.Sequence == sequence, stop);
        message.Delivery = DeliveryState.Stale;
        message.DueAt = null;
        if (!answered && message is { Weight: { } weight, Payload: { } payload })
        {
            await OwnCases.NotDelivered(ledger, ConversationId, BotJson.ReadActivity(payload), weight, now, stop);
        }
    }
}
