using TriageBot.Records.Model;

namespace TriageBot.Records.Turns;

/// <summary>
/// What a turn writes, inside the writer's transaction. It names the few statements that every turn needs, so that a
/// database may have them prepared; what is rare goes through <see cref="Records"/>.
/// </summary>
internal abstract class TurnLedger
{
    /// <summary>The same transaction for Entity Framework. It sees what was written here before it was asked for.</summary>
    public abstract RecordsContext Records { get; }

    public abstract Task AddConversation(ConversationRow row, CancellationToken stop);

    /// <summary>Writes what a turn changes of the conversation; never its lease, which is the sender's.</summary>
    /// <exception cref="TurnConflictException">The conversation is no longer at the version that the turn read.</exception>
    public abstract Task MoveConversation(ConversationRow row, long fromVersion, CancellationToken stop);

    public abstract Task AddAddress(AddressRow row, CancellationToken stop);

    public abstract Task ChangeAddress(AddressRow row, CancellationToken stop);

    public abstract Task AddActivity(ActivityRow row, CancellationToken stop);

    public abstract Task SaveState(StateRow row, bool isNew, CancellationToken stop);

    public abstract Task DeleteState(string conversation, string name, CancellationToken stop);

    public abstract Task SetTimer(TimerRow row, CancellationToken stop);

    public abstract Task CancelTimer(string conversation, string name, CancellationToken stop);

    public abstract Task<CaseRow?> FindCase(string id, CancellationToken stop);

    public abstract Task AddCase(CaseRow row, CancellationToken stop);

    /// <summary>Writes what was changed of a case that <see cref="FindCase"/> gave.</summary>
    public abstract Task ChangeCase(CaseRow row, CancellationToken stop);

    public abstract Task AddCaseEvent(CaseEventRow row, CancellationToken stop);

    public abstract Task AddNotice(NoticeRow row, CancellationToken stop);

    public abstract Task AddAudit(AuditRow row, CancellationToken stop);

    /// <summary>Keeps the text; one that is there stays as it is, since its name is its hash.</summary>
    public abstract Task KeepProtocolText(ProtocolTextRow row, CancellationToken stop);

    /// <summary>Sends what is still in memory to the database.</summary>
    public abstract Task SaveAsync(CancellationToken stop);
}
