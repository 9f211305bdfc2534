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
                replies.Add(new OutgoingDraft(ActivityTypes.Message, Reply(text)));
            }
        }
        var first = unit.Snapshot.NextSequence;
        Answer = new TurnAnswer(unit.Inbound.Type == ActivityTypes.Invoke ? 500 : 200)
        {
            ConversationId = unit.Snapshot.ConversationId,
            Sequence = first,
            Body =
                unit.ReplyPath == ReplyPath.InResponse
                    ? UnstoredWords.Write(replies.Select(reply => reply.Activity))
                    : null,
        };
    }

    public async Task<RecordsChange> Apply(RecordsContext records, CancellationToken stop)
    {
        var conversation = await TurnCommit.ConversationOf(records, unit.Snapshot, unit.Time, stop);
        conversation.FailedAt = unit.Time.Here;
        var address = TurnCommit.AddressRowOf(records, unit, conversation);
        TurnCommit.AddInbound(records, unit, conversation, DeliveryState.Thrown, Answer);
        foreach (var reply in replies)
        {
            TurnCommit.AddOutgoing(records, conversation, address, reply, unit.ReplyPath, Answer.Sequence, unit.Time);
        }
        if (unit.Arrival is InnerArrival inner)
        {
            await inner.Settle(records, unit.Time, answered: false, stop);
        }
        await OwnCases.TurnFailed(records, conversation.Id, unit.Inbound, HasRedFlag(), unit.Time, stop);
        return new RecordsChange(
            conversation.Id,
            conversation.NextSequence - 1,
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
