using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;
using TriageBot.Records.Model;

namespace TriageBot.Records.Storage;

internal sealed partial class SqliteLedger
{
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

    private static Task Run(SqliteStatement statement, CaseRow row) => Run(Bind(statement, row));

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
