using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;

namespace TriageBot.Records.Turns;

/// <summary>Writes all that a turn changed; runs inside the writer's transaction.</summary>
internal static class TurnCommit
{
    private static readonly TimeSpan UndeliverableAfter = TimeSpan.FromMinutes(15);

    /// <exception cref="TurnConflictException">The conversation has moved on since the turn read it.</exception>
    public static async Task<RecordsChange> Apply(
        RecordsContext records,
        TurnUnit unit,
        TurnAnswer answer,
        CancellationToken stop
    )
    {
        var snapshot = unit.Snapshot;
        var conversation = await ConversationOf(records, snapshot, unit.Time, stop);
        var address = AddressRowOf(records, unit, conversation);
        conversation.FailedAt = null;
        AddInbound(records, unit, conversation, DeliveryState.Received, answer);
        foreach (var draft in unit.Outgoing)
        {
            AddOutgoing(records, conversation, address, draft, unit.ReplyPath, answer.Sequence, unit.Time);
        }

        await SaveStates(records, unit, stop);
        await SaveTimers(records, unit, stop);
        var cases = await SaveCases(records, unit, stop);
        if (unit.Arrival is InnerArrival inner)
        {
            await inner.Settle(records, unit.Time, unit.Outgoing.Count > 0, stop);
        }
        SaveAudit(records, unit);
        return new RecordsChange(
            conversation.Id,
            conversation.NextSequence - 1,
            Cases: cases || unit.Arrival is InnerArrival,
            Timers: cases || unit.Effects.Timers.Count > 0,
            Outgoing: unit.ReplyPath == ReplyPath.Pushed && unit.Outgoing.Count > 0
        );
    }

    public static async Task<ConversationRow> ConversationOf(
        RecordsContext records,
        Snapshot snapshot,
        TurnTime now,
        CancellationToken stop
    )
    {
        ConversationRow row;
        if (snapshot.Conversation is null)
        {
            row = new ConversationRow { Id = snapshot.ConversationId, CreatedAt = now.Here };
            records.Conversations.Add(row);
        }
        else
        {
            row = await records
                .Conversations.AsTracking()
                .SingleAsync(found => found.Id == snapshot.ConversationId, stop);
            if (row.Version != snapshot.Version)
            {
                throw new TurnConflictException();
            }
        }
        row.Version++;
        row.LastTurnAt = now.Here;
        return row;
    }

    public static AddressRow AddressRowOf(RecordsContext records, TurnUnit unit, ConversationRow conversation)
    {
        if (unit.Arrival is not ActivityArrival arrival)
        {
            return unit.Snapshot.Address!;
        }

        var address = unit.Snapshot.Address;
        if (address is null)
        {
            address = new AddressRow
            {
                Id = Guid.CreateVersion7(unit.Time.Here).ToString("N"),
                ConversationId = conversation.Id,
                Door = arrival.Address.Door,
                ChannelId = arrival.Address.ChannelId,
                ExternalConversationId = arrival.Address.ConversationId,
                UserId = arrival.Address.UserId,
            };
            records.Addresses.Add(address);
        }
        else
        {
            records.Addresses.Attach(address);
        }
        address.Reference = ReferenceOf(unit);
        address.Pushes = arrival.Pushes;
        address.Phone = arrival.ChannelPhone ?? address.Phone;
        conversation.CurrentAddressId = address.Id;
        if (arrival.Enrolment is { } enrolment)
        {
            conversation.Enrolment = JsonSerializer.Serialize(
                enrolment.ToDictionary(),
                RecordsJson.Default.DictionaryStringString
            );
        }
        return address;
    }

    public static void AddInbound(
        RecordsContext records,
        TurnUnit unit,
        ConversationRow conversation,
        DeliveryState state,
        TurnAnswer answer
    ) =>
        records.Activities.Add(
            new ActivityRow
            {
                ConversationId = conversation.Id,
                Sequence = conversation.NextSequence++,
                Direction = ActivityDirection.In,
                Door = (unit.Arrival as ActivityArrival)?.Address.Door ?? Doors.Inside,
                Type = unit.Inbound.Type ?? "",
                ActivityId = unit.Inbound.Id,
                IdempotencyKey = unit.Arrival.IdempotencyKey,
                Payload = unit.InboundJson,
                At = unit.Time.There,
                Delivery = state,
                ResponseStatus = answer.Status,
                ResponseBody = answer.Body,
            }
        );

    public static void AddOutgoing(
        RecordsContext records,
        ConversationRow conversation,
        AddressRow address,
        OutgoingDraft draft,
        ReplyPath path,
        long? answers,
        TurnTime now
    )
    {
        var json = BotJson.Write(draft.Activity);
        var marks = Marks.Read(draft.Activity, json);
        var pushed = path == ReplyPath.Pushed;
        records.Activities.Add(
            new ActivityRow
            {
                ConversationId = conversation.Id,
                Sequence = conversation.NextSequence++,
                Direction = ActivityDirection.Out,
                Door = address.Door,
                Type = draft.Kind,
                ActivityId = draft.Activity.Id,
                Payload = json,
                At = now.There,
                AnswersSequence = answers,
                Delivery = pushed ? DeliveryState.Pending : DeliveryState.Handed,
                ServiceUrl = draft.Activity.ServiceUrl,
                Weight = marks.Weight,
                GoodUntil = marks.GoodUntil is { } until ? now.ToHere(until) : null,
                DueAt = pushed ? now.Here : null,
                OverdueAt = pushed ? now.Here + UndeliverableAfter : null,
            }
        );
    }

    private static string ReferenceOf(TurnUnit unit)
    {
        var inbound = unit.Inbound;
        var reference = inbound.GetConversationReference();
        var user = (unit.Arrival as ActivityArrival)?.Address.UserId;
        // News of a conversation is often sent by the channel itself; what goes out later goes to the patient.
        if (reference.User?.Id != user)
        {
            reference.User =
                inbound.MembersAdded?.FirstOrDefault(member => member.Id == user) ?? new ChannelAccount(user);
        }
        return JsonSerializer.Serialize(reference, BotJson.Options);
    }

    private static async Task SaveStates(RecordsContext records, TurnUnit unit, CancellationToken stop)
    {
        foreach (var (name, value) in unit.StateChanges)
        {
            var stored = unit.Snapshot.States.ContainsKey(name);
            var key = new { Conversation = unit.Snapshot.ConversationId, Name = name };
            if (value is null)
            {
                await records
                    .States.Where(row => row.ConversationId == key.Conversation && row.Name == key.Name)
                    .ExecuteDeleteAsync(stop);
                continue;
            }
            var row = new StateRow
            {
                ConversationId = key.Conversation,
                Name = name,
                Value = value,
            };
            records.Entry(row).State = stored ? EntityState.Modified : EntityState.Added;
        }
    }

    private static async Task SaveTimers(RecordsContext records, TurnUnit unit, CancellationToken stop)
    {
        var id = unit.Snapshot.ConversationId;
        // The last word on a name counts.
        foreach (var change in unit.Effects.Timers.GroupBy(change => change.Name).Select(changes => changes.Last()))
        {
            var row = await records
                .Timers.AsTracking()
                .SingleOrDefaultAsync(timer => timer.ConversationId == id && timer.Name == change.Name, stop);
            if (change.Due is not { } due)
            {
                if (row is not null)
                {
                    records.Timers.Remove(row);
                }
                continue;
            }
            if (row is null)
            {
                row = new TimerRow { ConversationId = id, Name = change.Name };
                records.Timers.Add(row);
            }
            row.Due = due;
            row.FiresAt = unit.Time.ToHere(due);
        }
    }

    private static async Task<bool> SaveCases(RecordsContext records, TurnUnit unit, CancellationToken stop)
    {
        var changed = false;
        foreach (var report in unit.Effects.Cases)
        {
            changed |= await CaseBook.Report(records, unit.Snapshot.ConversationId, report, unit.Time, stop);
        }
        foreach (var note in unit.Effects.CaseNotes)
        {
            changed |= await CaseBook.Note(records, unit.Snapshot.ConversationId, note, unit.Time, stop);
        }
        return changed;
    }

    private static void SaveAudit(RecordsContext records, TurnUnit unit)
    {
        foreach (var entry in unit.Effects.Audit)
        {
            records.Audit.Add(
                new AuditRow
                {
                    At = unit.Time.Here,
                    Actor = CaseBook.Bot,
                    Kind = entry.Kind,
                    Detail = entry.Detail,
                    ConversationId = unit.Snapshot.ConversationId,
                }
            );
        }
    }
}
