using TriageBot.Conversation.Effects;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;

namespace TriageBot.Records.Turns;

/// <summary>
/// All that a turn changed. It is made ready outside the writer, which has other turns to write; <see cref="Apply"/> runs
/// inside the writer's transaction.
/// </summary>
internal sealed class TurnCommit
{
    private readonly TurnUnit unit;
    private readonly TurnRows rows;

    public TurnCommit(TurnUnit unit, TurnAnswer answer)
    {
        this.unit = unit;
        rows = new TurnRows(unit);
        rows.Conversation.FailedAt = null;
        rows.AddInbound(DeliveryState.Received, answer);
        rows.AddOutgoing(unit.Outgoing, answer.Sequence);
    }

    /// <exception cref="TurnConflictException">The conversation has moved on since the turn read it.</exception>
    public async Task<TurnCommitted> Apply(TurnLedger ledger, CancellationToken stop)
    {
        await rows.Write(ledger, stop);
        await SaveStates(ledger, unit, stop);
        var due = await SaveTimers(ledger, unit, stop);
        var cases = await SaveCases(ledger, unit, stop);
        await SaveAudit(ledger, unit, stop);
        if (unit.Arrival is InnerArrival inner)
        {
            // Entity Framework reads what stands in the database.
            await ledger.SaveAsync(stop);
            await inner.Settle(ledger, unit.Time, unit.Outgoing.Count > 0, stop);
        }

        var left = rows.Left(unit.StateChanges, cases);
        var change = new RecordsChange(
            unit.Snapshot.ConversationId,
            rows.Conversation.NextSequence - 1,
            Cases: cases.Count > 0 || unit.Arrival is InnerArrival,
            Timers: cases.Count > 0 || unit.Effects.Timers.Count > 0,
            Outgoing: unit.ReplyPath == ReplyPath.Pushed && unit.Outgoing.Count > 0
        )
        {
            EarliestDue = due.Concat(cases.Select(file => file.FallsDueAt))
                .Order()
                .Cast<DateTimeOffset?>()
                .FirstOrDefault(),
        };
        return new TurnCommitted(change, left);
    }

    private static async Task SaveStates(TurnLedger ledger, TurnUnit unit, CancellationToken stop)
    {
        var conversation = unit.Snapshot.ConversationId;
        foreach (var (name, value) in unit.StateChanges)
        {
            var stored = unit.Snapshot.States.GetValueOrDefault(name);
            if (value is null)
            {
                await ledger.DeleteState(conversation, name, stop);
            }
            else if (value != stored)
            {
                var row = new StateRow
                {
                    ConversationId = conversation,
                    Name = name,
                    Value = value,
                };
                await ledger.SaveState(row, isNew: stored is null, stop);
            }
        }
    }

    /// <summary>Returns when the timers that were set come due.</summary>
    private static async Task<IReadOnlyList<DateTimeOffset>> SaveTimers(
        TurnLedger ledger,
        TurnUnit unit,
        CancellationToken stop
    )
    {
        var set = new List<DateTimeOffset>();
        var conversation = unit.Snapshot.ConversationId;
        // The last word on a name counts.
        foreach (var change in unit.Effects.Timers.GroupBy(change => change.Name).Select(changes => changes.Last()))
        {
            if (change.Due is not { } due)
            {
                await ledger.CancelTimer(conversation, change.Name, stop);
                continue;
            }
            var row = new TimerRow
            {
                ConversationId = conversation,
                Name = change.Name,
                Due = due,
                FiresAt = unit.Time.ToHere(due),
            };
            await ledger.SetTimer(row, stop);
            set.Add(row.FiresAt);
        }
        return set;
    }

    /// <summary>Returns the cases that changed, as they now are.</summary>
    private static async Task<IReadOnlyList<CaseRow>> SaveCases(
        TurnLedger ledger,
        TurnUnit unit,
        CancellationToken stop
    )
    {
        var changed = new List<CaseRow>();
        foreach (var report in unit.Effects.Cases)
        {
            if (await CaseBook.Report(ledger, unit.Snapshot.ConversationId, report, unit.Time, stop) is { } file)
            {
                changed.Add(file);
            }
        }
        foreach (var note in unit.Effects.CaseNotes)
        {
            if (await CaseBook.Note(ledger, unit.Snapshot.ConversationId, note, unit.Time, stop) is { } file)
            {
                changed.Add(file);
            }
        }
        return changed;
    }

    private static async Task SaveAudit(TurnLedger ledger, TurnUnit unit, CancellationToken stop)
    {
        foreach (var entry in unit.Effects.Audit)
        {
            var row = new AuditRow
            {
                At = unit.Time.Here,
                Actor = CaseBook.Bot,
                Kind = entry.Kind,
                Detail = entry.Detail,
                ConversationId = unit.Snapshot.ConversationId,
            };
            await ledger.AddAudit(row, stop);
        }
    }
}

/// <summary>What a commit did.</summary>
/// <param name="Left">What the conversation's next turn begins from.</param>
internal sealed record TurnCommitted(RecordsChange Change, Snapshot Left);
