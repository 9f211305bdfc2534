using System.Text.Json;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Conversation.Effects;
using TriageBot.Records.Model;

namespace TriageBot.Records.Turns;

/// <summary>The rows of conversation, address and transcript that one attempt leaves. What it began from stays as it was.</summary>
internal sealed class TurnRows
{
    private static readonly TimeSpan UndeliverableAfter = TimeSpan.FromMinutes(15);
    private readonly TurnUnit unit;
    private readonly AddressRow address;
    private readonly List<ActivityRow> activities = [];

    public TurnRows(TurnUnit unit)
    {
        this.unit = unit;
        Conversation = Next(unit.Snapshot, unit.Time);
        address = unit.Arrival is ActivityArrival arrival ? WrittenFrom(arrival) : unit.Snapshot.Address!;
    }

    public ConversationRow Conversation { get; }

    public void AddInbound(DeliveryState state, TurnAnswer answer) =>
        activities.Add(
            new ActivityRow
            {
                ConversationId = Conversation.Id,
                Sequence = Conversation.NextSequence++,
                Direction = ActivityDirection.In,
                Door = (unit.Arrival as ActivityArrival)?.Address.Door ?? Doors.Inside,
                Type = unit.Inbound.Type ?? "",
                ActivityId = unit.Inbound.Id,
                IdempotencyKey = unit.Arrival.IdempotencyKey,
                Payload = unit.InboundJson,
                At = unit.Time.There,
                Delivery = state,
                ResponseStatus = answer.Status,
                // Replies are rows themselves.
                ResponseBody = unit.ReplyPath == ReplyPath.InResponse ? null : answer.Body,
            }
        );

    /// <param name="answers">The number of what they answer.</param>
    public void AddOutgoing(IEnumerable<OutgoingDraft> drafts, long? answers)
    {
        var pushed = unit.ReplyPath == ReplyPath.Pushed;
        foreach (var draft in drafts)
        {
            var marks = Marks.Read(draft.Activity);
            activities.Add(
                new ActivityRow
                {
                    ConversationId = Conversation.Id,
                    Sequence = Conversation.NextSequence++,
                    Direction = ActivityDirection.Out,
                    Door = address.Door,
                    Type = draft.Kind,
                    ActivityId = draft.Activity.Id,
                    Payload = draft.Activity.Json,
                    At = unit.Time.There,
                    AnswersSequence = answers,
                    Delivery = pushed ? DeliveryState.Pending : DeliveryState.Handed,
                    ServiceUrl = draft.Activity.ServiceUrl,
                    Weight = marks.Weight,
                    GoodUntil = marks.GoodUntil is { } until ? unit.Time.ToHere(until) : null,
                    DueAt = pushed ? unit.Time.Here : null,
                    OverdueAt = pushed ? unit.Time.Here + UndeliverableAfter : null,
                }
            );
        }
    }

    /// <exception cref="TurnConflictException">The conversation has moved on since the turn read it.</exception>
    public async Task Write(TurnLedger ledger, CancellationToken stop)
    {
        var before = unit.Snapshot;
        if (before.Conversation is null)
        {
            await ledger.AddConversation(Conversation, stop);
        }
        else
        {
            await ledger.MoveConversation(Conversation, before.Version, stop);
        }

        if (before.Address is not { } known || known.Id != address.Id)
        {
            await ledger.AddAddress(address, stop);
        }
        else if ((known.Reference, known.Pushes, known.Phone) != (address.Reference, address.Pushes, address.Phone))
        {
            await ledger.ChangeAddress(address, stop);
        }

        foreach (var activity in activities)
        {
            await ledger.AddActivity(activity, stop);
        }
    }

    /// <summary>What the next turn begins from, once these are committed.</summary>
    public Snapshot Left(IReadOnlyDictionary<string, string?> states, IReadOnlyList<CaseRow> cases)
    {
        var values = new Dictionary<string, string>(unit.Snapshot.States);
        foreach (var (name, value) in states)
        {
            if (value is null)
            {
                values.Remove(name);
            }
            else
            {
                values[name] = value;
            }
        }
        return new Snapshot
        {
            ConversationId = Conversation.Id,
            Conversation = Conversation,
            Address = address,
            States = values,
            OpenCases = cases.Count == 0 ? unit.Snapshot.OpenCases : StillOpen(cases),
        };
    }

    private List<OpenCase> StillOpen(IReadOnlyList<CaseRow> changed)
    {
        var open = unit.Snapshot.OpenCases.ToList();
        foreach (var file in changed)
        {
            var at = open.FindIndex(other => other.Id == file.Id);
            var now = new OpenCase(file.Id, file.Kind, file.Due, file.Status == CaseStatus.Acknowledged);
            if (at >= 0)
            {
                open[at] = now;
            }
            else if (file.Status != CaseStatus.Closed)
            {
                open.Add(now);
            }
        }
        return open;
    }

    private static ConversationRow Next(Snapshot before, TurnTime now)
    {
        var old = before.Conversation;
        return new ConversationRow
        {
            Id = before.ConversationId,
            Version = before.Version + 1,
            NextSequence = before.NextSequence,
            ClockOffset = now.Offset,
            CurrentAddressId = old?.CurrentAddressId,
            Enrolment = old?.Enrolment,
            CreatedAt = old?.CreatedAt ?? now.Here,
            LastTurnAt = now.Here,
            FailedAt = old?.FailedAt,
        };
    }

    private AddressRow WrittenFrom(ActivityArrival arrival)
    {
        var known = unit.Snapshot.Address;
        var row = new AddressRow
        {
            Id = known?.Id ?? Guid.CreateVersion7(unit.Time.Here).ToString("N"),
            ConversationId = Conversation.Id,
            Door = arrival.Address.Door,
            ChannelId = arrival.Address.ChannelId,
            ExternalConversationId = arrival.Address.ConversationId,
            UserId = arrival.Address.UserId,
            Reference = ReferenceOf(arrival.Address.UserId),
            Pushes = arrival.Pushes,
            Phone = arrival.ChannelPhone ?? known?.Phone,
        };
        Conversation.CurrentAddressId = row.Id;
        if (arrival.Enrolment is { } enrolment)
        {
            Conversation.Enrolment = JsonSerializer.Serialize(
                enrolment.ToDictionary(),
                RecordsJson.Default.DictionaryStringString
            );
        }
        return row;
    }

    private string ReferenceOf(string user)
    {
        var inbound = unit.Inbound;
        var reference = inbound.GetConversationReference();
        // What goes out later answers nothing; and so the reference stays the same from turn to turn.
        reference.ActivityId = null;
        // News of a conversation is often sent by the channel itself; what goes out later goes to the patient.
        if (reference.User?.Id != user)
        {
            reference.User =
                inbound.MembersAdded?.FirstOrDefault(member => member.Id == user) ?? new ChannelAccount(user);
        }
        return JsonSerializer.Serialize(reference, BotJson.Options);
    }
}
