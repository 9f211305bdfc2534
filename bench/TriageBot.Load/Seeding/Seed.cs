using Microsoft.Data.Sqlite;
using TriageBot.Load.Servers;
using TriageBot.Load.Traffic;
using TriageBot.Records.Storage;

namespace TriageBot.Load.Seeding;

/// <summary>
/// Fills a database with conversations: the host plays one up to its first question, and the rest are copies of it under
/// other names.
/// </summary>
internal static class Seed
{
    private const string Pattern = "pattern";

    public static async Task RunAsync(ISeededCast cast, ServerCommand command, string directory, CancellationToken stop)
    {
        await using (var server = await ServerProcess.StartAsync(command, stop))
        {
            using var patient = new Patient(0, server.Endpoint, cast, checks: true);
            await patient.SayOnceAsync(Pattern, Script.Opening.Exchanges[0], stop);
        }

        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(directory, SqliteDatabase.FileName)};Pooling=false"
        );
        connection.Open();
        using var copying = connection.CreateCommand();
        copying.CommandTimeout = 0;
        copying.CommandText = Copies;
        copying.Parameters.AddWithValue("$pattern", Pattern);
        copying.Parameters.AddWithValue("$count", cast.Conversations);
        copying.Parameters.AddWithValue("$messages", cast.Messages);
        copying.ExecuteNonQuery();
    }

    private const string Copies = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = OFF;
        BEGIN;
        CREATE TEMP TABLE pattern AS
            SELECT a.id AS address, a.conversation_id AS conversation FROM addresses a
            WHERE a.external_conversation_id = $pattern;
        CREATE TEMP TABLE numbers AS
            WITH RECURSIVE up(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM up WHERE n + 1 < $count)
            SELECT n, printf('%032x', n) AS conversation, printf('a%031x', n) AS address FROM up;

        INSERT INTO conversations
            SELECT numbers.conversation, c.version, c.next_sequence + $messages, c.clock_offset, numbers.address,
                c.enrolment, c.created_at, c.last_turn_at, c.failed_at, NULL, NULL
            FROM conversations c JOIN pattern ON pattern.conversation = c.id, numbers;
        INSERT INTO addresses
            SELECT numbers.address, numbers.conversation, a.door, a.channel_id, 'stored-' || n, 'user-stored-' || n,
                replace(a.reference, $pattern, 'stored-' || n), a.pushes, a.phone
            FROM addresses a JOIN pattern ON pattern.address = a.id, numbers;
        INSERT INTO states
            SELECT numbers.conversation, s.name, replace(s.value, pattern.conversation, numbers.conversation)
            FROM states s JOIN pattern ON pattern.conversation = s.conversation_id, numbers;
        INSERT INTO timers
            SELECT numbers.conversation, t.name, t.due, t.fires_at
            FROM timers t JOIN pattern ON pattern.conversation = t.conversation_id, numbers;
        INSERT INTO activities (conversation_id, sequence, direction, door, type, activity_id, idempotency_key, payload,
                at, answers_sequence, delivery, attempts, doubts, response_status)
            SELECT numbers.conversation, f.sequence, f.direction, f.door, f.type,
                replace(f.activity_id, pattern.conversation, numbers.conversation), f.idempotency_key,
                substr(f.payload, 1, 200), f.at, f.answers_sequence, f.delivery, 0, 0, f.response_status
            FROM activities f JOIN pattern ON pattern.conversation = f.conversation_id, numbers;

        WITH RECURSIVE up(n) AS (SELECT 1 WHERE $messages > 0 UNION ALL SELECT n + 1 FROM up WHERE n < $messages)
        INSERT INTO activities (conversation_id, sequence, direction, door, type, idempotency_key, payload, at,
                delivery, attempts, doubts, response_status)
            SELECT numbers.conversation, c.next_sequence - $messages + up.n - 1, 'In', 'connector', 'message',
                'seeded-' || up.n, '{"type":"message","text":"and then my back hurt a little"}', c.last_turn_at,
                'Received', 0, 0, 200
            FROM up, numbers JOIN conversations c ON c.id = numbers.conversation;
        COMMIT;
        PRAGMA wal_checkpoint(TRUNCATE);
        """;
}
