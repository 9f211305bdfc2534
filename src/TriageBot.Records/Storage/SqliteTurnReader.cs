using Microsoft.Data.Sqlite;
using TriageBot.Conversation.Effects;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Storage;

/// <summary>Reads what a turn begins from, with statements prepared once. One thread at a time.</summary>
internal sealed class SqliteTurnReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement end;
    private readonly SqliteStatement address;
    private readonly SqliteStatement conversation;
    private readonly SqliteStatement states;
    private readonly SqliteStatement cases;
    private readonly SqliteStatement earlier;
    private readonly SqliteStatement replies;
    private readonly SqliteStatement due;
    private readonly SqliteStatement[] all;

    public SqliteTurnReader(SqliteFile file)
    {
        connection = file.OpenForTurns();
        all =
        [
            begin = new SqliteStatement(connection, "BEGIN"),
            end = new SqliteStatement(connection, "COMMIT"),
            address = new SqliteStatement(
                connection,
                """
                SELECT id, conversation_id, reference, pushes, phone FROM addresses
                WHERE door = ? AND channel_id = ? AND external_conversation_id = ? AND user_id = ?
                """
            ),
            conversation = new SqliteStatement(
                connection,
                """
                SELECT version, next_sequence, clock_offset, current_address_id, enrolment, created_at, last_turn_at,
                    failed_at
                FROM conversations WHERE id = ?
                """
            ),
            states = new SqliteStatement(connection, "SELECT name, value FROM states WHERE conversation_id = ?"),
            cases = new SqliteStatement(
                connection,
                """
                SELECT id, kind, due, status FROM cases WHERE conversation_id = ? AND status <> 'Closed'
                ORDER BY opened_at
                """
            ),
            earlier = new SqliteStatement(
                connection,
                """
                SELECT sequence, response_status, response_body, payload FROM activities
                WHERE conversation_id = ? AND door = ? AND idempotency_key = ?
                """
            ),
            replies = new SqliteStatement(
                connection,
                """
                SELECT answers_sequence, type, payload FROM activities
                WHERE conversation_id = ? AND sequence > ? ORDER BY sequence
                """
            ),
            due = new SqliteStatement(
                connection,
                """
                SELECT (SELECT min(fires_at) FROM timers),
                    (SELECT min(falls_due_at) FROM cases WHERE due_told_at IS NULL AND status <> 'Closed'),
                    (SELECT min(due_at) FROM activities WHERE delivery = 'Pending')
                """
            ),
        ];
    }

    /// <summary>Our own id of the conversation at an address; null where nobody has written from there.</summary>
    public string? Find(Address at)
    {
        Bind(at);
        if (!address.Step())
        {
            return null;
        }
        var found = address.Text(1);
        address.Reset();
        return found;
    }

    /// <summary>All in one transaction, so that version, states and cases are of the same moment.</summary>
    public Snapshot Read(ActivityArrival arrival)
    {
        begin.Run();
        try
        {
            return ReadNow(arrival);
        }
        finally
        {
            Array.ForEach(all, statement => statement.Reset());
            end.Run();
        }
    }

    public DueTimes NextDue()
    {
        due.Step();
        var times = new DueTimes(due.TimeOrNull(0), due.TimeOrNull(1), due.TimeOrNull(2));
        due.Reset();
        return times;
    }

    public void Dispose()
    {
        Array.ForEach(all, statement => statement.Dispose());
        connection.Dispose();
    }

    private Snapshot ReadNow(ActivityArrival arrival)
    {
        if (ReadAddress(arrival.Address) is not { } at)
        {
            return Snapshot.OfNobody();
        }
        return new Snapshot
        {
            ConversationId = at.ConversationId,
            Conversation = ReadConversation(at.ConversationId),
            Address = at,
            States = ReadStates(at.ConversationId),
            OpenCases = ReadCases(at.ConversationId),
            Earlier = ReadEarlier(at.ConversationId, arrival),
        };
    }

    private void Bind(Address at) => address.Bind(at.Door).Bind(at.ChannelId).Bind(at.ConversationId).Bind(at.UserId);

    private AddressRow? ReadAddress(Address at)
    {
        Bind(at);
        return !address.Step()
            ? null
            : new AddressRow
            {
                Id = address.Text(0),
                ConversationId = address.Text(1),
                Door = at.Door,
                ChannelId = at.ChannelId,
                ExternalConversationId = at.ConversationId,
                UserId = at.UserId,
                Reference = address.TextOrNull(2),
                Pushes = address.Number(3) != 0,
                Phone = address.TextOrNull(4),
            };
    }

    private ConversationRow ReadConversation(string id)
    {
        conversation.Bind(id);
        return conversation.Step()
            ? new ConversationRow
            {
                Id = id,
                Version = conversation.Number(0),
                NextSequence = conversation.Number(1),
                ClockOffset = TimeSpan.FromMilliseconds(conversation.Number(2)),
                CurrentAddressId = conversation.TextOrNull(3),
                Enrolment = conversation.TextOrNull(4),
                CreatedAt = conversation.Time(5),
                LastTurnAt = conversation.Time(6),
                FailedAt = conversation.TimeOrNull(7),
            }
            : throw new RecordsException($"An address points to conversation {id}, which is not there.");
    }

    private Dictionary<string, string> ReadStates(string id)
    {
        var found = new Dictionary<string, string>();
        states.Bind(id);
        while (states.Step())
        {
            found[states.Text(0)] = states.Text(1);
        }
        return found;
    }

    private List<OpenCase> ReadCases(string id)
    {
        var found = new List<OpenCase>();
        cases.Bind(id);
        while (cases.Step())
        {
            found.Add(
                new OpenCase(
                    cases.Text(0),
                    Enum.Parse<CaseKind>(cases.Text(1)),
                    cases.Time(2),
                    cases.Text(3) == nameof(CaseStatus.Acknowledged)
                )
            );
        }
        return found;
    }

    private TurnAnswer? ReadEarlier(string id, ActivityArrival arrival)
    {
        if (arrival.IdempotencyKey is not { } key)
        {
            return null;
        }
        earlier.Bind(id).Bind(arrival.Address.Door).Bind(key);
        if (!earlier.Step())
        {
            return null;
        }
        var sequence = earlier.Number(0);
        var body = earlier.TextOrNull(2);
        if (body is null && StoredReplies.AreExpectedBy(earlier.TextOrNull(3)))
        {
            body = StoredReplies.Body(ReadReplies(id, sequence));
        }
        return Snapshot.AnswerOf(id, sequence, (int?)earlier.NumberOrNull(1), body);
    }

    // They follow what they answer, so however long the transcript is, it is left at the first that does not.
    private List<string> ReadReplies(string id, long to)
    {
        var found = new List<string>();
        replies.Bind(id).Bind(to);
        while (replies.Step() && replies.NumberOrNull(0) == to)
        {
            if (StoredReplies.IsReply(replies.Text(1)) && replies.TextOrNull(2) is { } payload)
            {
                found.Add(payload);
            }
        }
        return found;
    }
}
