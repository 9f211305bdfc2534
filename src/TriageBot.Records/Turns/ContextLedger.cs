using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;

namespace TriageBot.Records.Turns;

/// <summary>Writes a turn through Entity Framework: for any database that it knows.</summary>
internal sealed class ContextLedger(RecordsContext records) : TurnLedger
{
    public override RecordsContext Records => records;

    public override Task AddConversation(ConversationRow row, CancellationToken stop) => Add(row);

    public override async Task MoveConversation(ConversationRow row, long fromVersion, CancellationToken stop)
    {
        var stored = await records.Conversations.AsTracking().SingleAsync(found => found.Id == row.Id, stop);
        if (stored.Version != fromVersion)
        {
            throw new TurnConflictException();
        }
        stored.Version = row.Version;
        stored.NextSequence = row.NextSequence;
        stored.CurrentAddressId = row.CurrentAddressId;
        stored.Enrolment = row.Enrolment;
        stored.LastTurnAt = row.LastTurnAt;
        stored.FailedAt = row.FailedAt;
    }

    public override Task AddAddress(AddressRow row, CancellationToken stop) => Add(row);

    public override Task ChangeAddress(AddressRow row, CancellationToken stop)
    {
        records.Addresses.Update(row);
        return Task.CompletedTask;
    }

    public override Task AddActivity(ActivityRow row, CancellationToken stop) => Add(row);

    public override Task SaveState(StateRow row, bool isNew, CancellationToken stop)
    {
        records.Entry(row).State = isNew ? EntityState.Added : EntityState.Modified;
        return Task.CompletedTask;
    }

    public override Task DeleteState(string conversation, string name, CancellationToken stop) =>
        records.States.Where(row => row.ConversationId == conversation && row.Name == name).ExecuteDeleteAsync(stop);

    public override async Task SetTimer(TimerRow row, CancellationToken stop)
    {
        var stored = await FindTimer(row.ConversationId, row.Name, stop);
        if (stored is null)
        {
            records.Timers.Add(row);
            return;
        }
        stored.Due = row.Due;
        stored.FiresAt = row.FiresAt;
    }

    public override async Task CancelTimer(string conversation, string name, CancellationToken stop)
    {
        if (await FindTimer(conversation, name, stop) is { } stored)
        {
            records.Timers.Remove(stored);
        }
    }

    public override Task<CaseRow?> FindCase(string id, CancellationToken stop) =>
        records.Cases.AsTracking().SingleOrDefaultAsync(row => row.Id == id, stop);

    public override Task AddCase(CaseRow row, CancellationToken stop) => Add(row);

    public override Task ChangeCase(CaseRow row, CancellationToken stop) => Task.CompletedTask;

    public override Task AddCaseEvent(CaseEventRow row, CancellationToken stop) => Add(row);

    public override Task AddNotice(NoticeRow row, CancellationToken stop) => Add(row);

    public override Task AddAudit(AuditRow row, CancellationToken stop) => Add(row);

    public override async Task KeepProtocolText(ProtocolTextRow row, CancellationToken stop)
    {
        if (!await records.ProtocolTexts.AnyAsync(text => text.Hash == row.Hash, stop))
        {
            records.ProtocolTexts.Add(row);
        }
    }

    public override Task SaveAsync(CancellationToken stop) => records.SaveChangesAsync(stop);

    private Task<TimerRow?> FindTimer(string conversation, string name, CancellationToken stop) =>
        records
            .Timers.AsTracking()
            .SingleOrDefaultAsync(timer => timer.ConversationId == conversation && timer.Name == name, stop);

    private Task Add<T>(T row)
        where T : class
    {
        records.Add(row);
        return Task.CompletedTask;
    }
}
