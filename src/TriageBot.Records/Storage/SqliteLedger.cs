using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Storage;

/// <summary>Writes turns with statements prepared once for the writer's connection.</summary>
internal sealed partial class SqliteLedger(SqliteConnection connection) : TurnLedger, IDisposable
{
    // Each text is a literal, so that looking at its address is enough.
    private readonly Dictionary<string, SqliteStatement> prepared = new(ReferenceEqualityComparer.Instance);
    private DbContextOptions<SqliteContext>? options;
    private SqliteTransaction? transaction;
    private SqliteContext? context;

    public override RecordsContext Records
    {
        get
        {
            if (context is null)
            {
                context = new SqliteContext(options ??= SqliteFile.OptionsOn(connection));
                context.Database.AutoSavepointsEnabled = false;
                context.Database.UseTransaction(transaction);
            }
            return context;
        }
    }

    /// <summary>Begins one write; what it wrote can be taken back until <see cref="Keep"/>.</summary>
    public void Begin(SqliteTransaction within)
    {
        transaction = within;
        Of("SAVEPOINT one").Run();
    }

    public void Keep()
    {
        Leave();
        Of("RELEASE one").Run();
    }

    public void TakeBack()
    {
        Leave();
        Of("ROLLBACK TO one").Run();
        Of("RELEASE one").Run();
    }

    public override Task AddConversation(ConversationRow row, CancellationToken stop) =>
        Run(
            Of(
                    """
                    INSERT INTO conversations (id, version, next_sequence, clock_offset, current_address_id, enrolment,
                        created_at, last_turn_at, failed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
                )
                .Bind(row.Id)
                .Bind(row.Version)
                .Bind(row.NextSequence)
                .Bind(row.ClockOffset.Ticks / TimeSpan.TicksPerMillisecond)
                .Bind(row.CurrentAddressId)
                .Bind(row.Enrolment)
                .Bind(row.CreatedAt)
                .Bind(row.LastTurnAt)
                .Bind(row.FailedAt)
        );

    public override Task MoveConversation(ConversationRow row, long fromVersion, CancellationToken stop)
    {
        var moved = Of(
                """
                UPDATE conversations SET version = ?, next_sequence = ?, current_address_id = ?, enrolment = ?,
                    last_turn_at = ?, failed_at = ? WHERE id = ? AND version = ?
                """
            )
            .Bind(row.Version)
            .Bind(row.NextSequence)
            .Bind(row.CurrentAddressId)
            .Bind(row.Enrolment)
            .Bind(row.LastTurnAt)
            .Bind(row.FailedAt)
            .Bind(row.Id)
            .Bind(fromVersion)
            .Run();
        return moved == 1 ? Task.CompletedTask : Task.FromException(new TurnConflictException());
    }

    public override Task AddAddress(AddressRow row, CancellationToken stop) =>
        Run(
            Of(
                    """
                    INSERT INTO addresses (id, conversation_id, door, channel_id, external_conversation_id, user_id,
                        reference, pushes, phone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
                )
                .Bind(row.Id)
                .Bind(row.ConversationId)
                .Bind(row.Door)
                .Bind(row.ChannelId)
                .Bind(row.ExternalConversationId)
                .Bind(row.UserId)
                .Bind(row.Reference)
                .Bind(row.Pushes ? 1 : 0)
                .Bind(row.Phone)
        );

    public override Task ChangeAddress(AddressRow row, CancellationToken stop) =>
        Run(
            Of("UPDATE addresses SET reference = ?, pushes = ?, phone = ? WHERE id = ?")
                .Bind(row.Reference)
                .Bind(row.Pushes ? 1 : 0)
                .Bind(row.Phone)
                .Bind(row.Id)
        );

    public override Task AddActivity(ActivityRow row, CancellationToken stop) =>
        Run(
            Of(
                    """
                    INSERT INTO activities (conversation_id, sequence, direction, door, type, activity_id,
                        idempotency_key, payload, at, answers_sequence, delivery, service_url, weight, due_at,
                        overdue_at, good_until, attempts, doubts, response_status, response_body)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)
                    """
                )
                .Bind(row.ConversationId)
                .Bind(row.Sequence)
                .Bind(SqliteNames.Of(row.Direction))
                .Bind(row.Door)
                .Bind(row.Type)
                .Bind(row.ActivityId)
                .Bind(row.IdempotencyKey)
                .Bind(row.Payload)
                .Bind(row.At)
                .Bind(row.AnswersSequence)
                .Bind(SqliteNames.Of(row.Delivery))
                .Bind(row.ServiceUrl)
                .Bind(SqliteNames.Of(row.Weight))
                .Bind(row.DueAt)
                .Bind(row.OverdueAt)
                .Bind(row.GoodUntil)
                .Bind(row.ResponseStatus)
                .Bind(row.ResponseBody)
        );

    public override Task SaveState(StateRow row, bool isNew, CancellationToken stop) =>
        Run(
            isNew
                ? Of("INSERT INTO states (conversation_id, name, value) VALUES (?, ?, ?)")
                    .Bind(row.ConversationId)
                    .Bind(row.Name)
                    .Bind(row.Value)
                : Of("UPDATE states SET value = ? WHERE conversation_id = ? AND name = ?")
                    .Bind(row.Value)
                    .Bind(row.ConversationId)
                    .Bind(row.Name)
        );

    public override Task DeleteState(string conversation, string name, CancellationToken stop) =>
        Run(Of("DELETE FROM states WHERE conversation_id = ? AND name = ?").Bind(conversation).Bind(name));

    public override Task SetTimer(TimerRow row, CancellationToken stop) =>
        Run(
            Of(
                    """
                    INSERT INTO timers (conversation_id, name, due, fires_at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (conversation_id, name) DO UPDATE SET due = excluded.due, fires_at = excluded.fires_at
                    """
                )
                .Bind(row.ConversationId)
                .Bind(row.Name)
                .Bind(row.Due)
                .Bind(row.FiresAt)
        );

    public override Task CancelTimer(string conversation, string name, CancellationToken stop) =>
        Run(Of("DELETE FROM timers WHERE conversation_id = ? AND name = ?").Bind(conversation).Bind(name));

    public override Task AddAudit(AuditRow row, CancellationToken stop) =>
        Run(
            Of("INSERT INTO audit (at, actor, kind, detail, conversation_id, case_id) VALUES (?, ?, ?, ?, ?, ?)")
                .Bind(row.At)
                .Bind(row.Actor)
                .Bind(row.Kind)
                .Bind(row.Detail)
                .Bind(row.ConversationId)
                .Bind(row.CaseId)
        );

    public override Task KeepProtocolText(ProtocolTextRow row, CancellationToken stop) =>
        Run(
            Of(
                    """
                    INSERT INTO protocol_texts (hash, protocol_id, version, source, saved_at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (hash) DO NOTHING
                    """
                )
                .Bind(row.Hash)
                .Bind(row.ProtocolId)
                .Bind(row.Version)
                .Bind(row.Source)
                .Bind(row.SavedAt)
        );

    public override Task SaveAsync(CancellationToken stop) => context?.SaveChangesAsync(stop) ?? Task.CompletedTask;

    public void Dispose()
    {
        Leave();
        foreach (var statement in prepared.Values)
        {
            statement.Dispose();
        }
        prepared.Clear();
    }

    private void Leave()
    {
        context?.Dispose();
        context = null;
    }

    private SqliteStatement Of(string sql)
    {
        if (!prepared.TryGetValue(sql, out var statement))
        {
            prepared[sql] = statement = new SqliteStatement(connection, sql);
        }
        statement.Reset();
        return statement;
    }

    private static Task Run(SqliteStatement statement)
    {
        statement.Run();
        return Task.CompletedTask;
    }
}
