using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;

namespace TriageBot.Records.Turns;

/// <summary>
/// The fixed transaction that follows a turn that threw: what arrived is kept as failed, the patient gets the safety
/// text, a nurse gets a case, and the state stays as it was.
/// </summary>
internal sealed class FailureCommit(TurnUnit unit, SafetyNet net)
{
    private readonly List<OutgoingDraft> replies = [];

    public TurnAnswer Answer { get; private set; } = new(200);

    /// <summary>Words the answer; whatever the delegates throw is thrown here, before anything is written.</summary>
    public void Prepare()
    {
        if (unit.Arrival is ActivityArrival)
        {
            foreach (var text in net.Text(Describe()))
            {
                replies.Add(new OutgoingDraft(ActivityTypes.Message, new OutgoingActivity(Reply(text))));
            }
        }
        var first = unit.Snapshot.NextSequence;
        Answer = new TurnAnswer(unit.Inbound.Type == ActivityTypes.Invoke ? 500 : 200)
        {
            ConversationId = unit.Snapshot.ConversationId,
            Sequence = first,
            Body = unit.ReplyPath == ReplyPath.InResponse ? StoredReplies.Body(replies) : null,
        };
    }

    public async Task<RecordsChange> Apply(TurnLedger ledger, CancellationToken stop)
    {
        var rows = new TurnRows(unit);
        rows.Conversation.FailedAt = unit.Time.Here;
        rows.AddInbound(DeliveryState.Thrown, Answer);
        rows.AddOutgoing(replies, Answer.Sequence);
        await rows.Write(ledger, stop);
        await ledger.SaveAsync(stop);
        if (unit.Arrival is InnerArrival inner)
        {
            await inner.Settle(ledger, unit.Time, answered: false, stop);
            await ledger.SaveAsync(stop);
        }
        await OwnCases.TurnFailed(ledger, unit.Snapshot.ConversationId, unit.Inbound, HasRedFlag(), unit.Time, stop);
        return new RecordsChange(
            unit.Snapshot.ConversationId,
            rows.Conversation.NextSequence - 1,
            Cases: true,
            Timers: true,
            Outgoing: unit.ReplyPath == ReplyPath.Pushed && replies.Count > 0
        );
    }

    private FailedTurn Describe() =>
        new(unit.Facts.Door, unit.Inbound.ChannelId, unit.Inbound.Locale, HasRedFlag(), IsRecorded: true);

    private bool HasRedFlag() => unit.Inbound.Text is { Length: > 0 } text && net.RedFlag(text);

    private Activity Reply(string text)
    {
        var reply = unit.Inbound.CreateReply(text);
        reply.Id = unit.NextActivityId();
        reply.Timestamp = unit.Time.There;
        return reply;
    }
}
