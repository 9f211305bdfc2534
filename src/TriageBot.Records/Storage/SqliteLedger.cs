using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Storage;

/// <summary>Writes turns with statements prepared once for the writer's connection.</summary>
internal sealed class SqliteLedger(SqliteConnection connection) : TurnLedger, IDisposable
{
    private readonly DbContextOptions<SqliteContext> options = SqliteFile.OptionsOn(connection);

    // Each text is a literal, so that looking at its address is enough.
    private readonly Dictionary<string, SqliteStatement> prepared = new(ReferenceEqualityComparer.Instance);
    private SqliteTransaction? transaction;
    private SqliteContext? context;

    public override RecordsContext Records
    {
        get
        {
            if (context is null)
            {
                context = new SqliteContext(options);
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

    public override Task<CaseRow?> FindCase(string id, CancellationToken stop)
    {
        var found = Of(
                """
                SELECT conversation_id, kind, status, route, within_minutes, due, falls_due_at, promised_by, card,
                    opened_at, acknowledged_by, acknowledged_at, closed_by, closed_at, outcome, due_told_at,
                    event_count, last_hash
                FROM cases WHERE id = ?
                """
            )
            .Bind(id);
        if (!found.Step())
        {
            return Task.FromResult<CaseRow?>(null);
        }

        var row = new CaseRow
        {
            Id = id,
            ConversationId = found.Text(0),
            Kind = Enum.Parse<CaseKind>(found.Text(1)),
            Status = Enum.Parse<CaseStatus>(found.Text(2)),
            Route = Enum.Parse<Route>(found.Text(3)),
            WithinMinutes = (int?)found.NumberOrNull(4),
            Due = found.Time(5),
            FallsDueAt = found.Time(6),
            PromisedBy = found.TimeOrNull(7),
            Card = found.TextOrNull(8),
            OpenedAt = found.Time(9),
            AcknowledgedBy = found.TextOrNull(10),
            AcknowledgedAt = found.TimeOrNull(11),
            ClosedBy = found.TextOrNull(12),
            ClosedAt = found.TimeOrNull(13),
            Outcome = found.TextOrNull(14),
            DueToldAt = found.TimeOrNull(15),
            EventCount = found.Number(16),
            LastHash = found.Text(17),
        };
        found.Reset();
        return Task.FromResult<CaseRow?>(row);
    }

    public override Task AddCase(CaseRow row, CancellationToken stop) =>
        Run(
            Of(
                    """
                    INSERT INTO cases (id, conversation_id, kind, opened_at, status, route, within_minutes, due,
                        falls_due_at, promised_by, card, due_told_at, event_count, last_hash)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
                )
                .Bind(row.Id)
                .Bind(row.ConversationId)
                .Bind(row.Kind.ToString())
                .Bind(row.OpenedAt),
            row
        );

    public override Task ChangeCase(CaseRow row, CancellationToken stop)
    {
        // Whoever holds the case now, took or closed it in a transaction of their own.
        var change = Of(
            """
            UPDATE cases SET status = ?, route = ?, within_minutes = ?, due = ?, falls_due_at = ?, promised_by = ?,
                card = ?, due_told_at = ?, event_count = ?, last_hash = ? WHERE id = ?
            """
        );
        return Run(Bind(change, row).Bind(row.Id));
    }

    public override Task AddCaseEvent(CaseEventRow row, CancellationToken stop) =>
        Run(
            Of(
                    """
                    INSERT INTO case_events (case_id, sequence, kind, at, actor, text, salt, digest, previous_hash, hash)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
                )
                .Bind(row.CaseId)
                .Bind(row.Sequence)
                .Bind(row.Kind)
                .Bind(row.At)
                .Bind(row.Actor)
                .Bind(row.Text)
                .Bind(row.Salt)
                .Bind(row.Digest)
                .Bind(row.PreviousHash)
                .Bind(row.Hash)
        );

    public override Task AddNotice(NoticeRow row, CancellationToken stop) =>
        Run(
            Of(
                    """
                    INSERT INTO notices (id, case_id, type, payload, created_at, due_at, attempts, state)
                    VALUES (?, ?, ?, ?, ?, ?, 0, ?)
                    """
                )
                .Bind(row.Id)
                .Bind(row.CaseId)
                .Bind(row.Type)
                .Bind(row.Payload)
                .Bind(row.CreatedAt)
                .Bind(row.DueAt)
                .Bind(row.State.ToString())
        );

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

    private static Task Run(SqliteStatement statement, CaseRow row) => Run(Bind(statement, row));

    private static Task Run(SqliteStatement statement)
    {
        statement.Run();
        return Task.CompletedTask;
    }

    private static SqliteStatement Bind(SqliteStatement statement, CaseRow row) =>
        statement
            .Bind(row.Status.ToString())
            .Bind(row.Route.ToString())
            .Bind(row.WithinMinutes)
            .Bind(row.Due)
            .Bind(row.FallsDueAt)
            .Bind(row.PromisedBy)
            .Bind(row.Card)
            .Bind(row.DueToldAt)
            .Bind(row.EventCount)
            .Bind(row.LastHash);
}
