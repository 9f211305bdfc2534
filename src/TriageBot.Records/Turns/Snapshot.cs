using Microsoft.EntityFrameworkCore;
using TriageBot.Conversation.Effects;
using TriageBot.Records.Model;

namespace TriageBot.Records.Turns;

/// <summary>What one attempt at a turn begins from.</summary>
internal sealed record Snapshot
{
    public required string ConversationId { get; init; }

    /// <summary>Null where this is the patient's first contact.</summary>
    public ConversationRow? Conversation { get; init; }

    /// <summary>Where the turn's activity came from, or where an inner turn's messages go; null where it is new.</summary>
    public AddressRow? Address { get; init; }

    public IReadOnlyDictionary<string, string> States { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<OpenCase> OpenCases { get; init; } = [];

    /// <summary>What the same arrival was answered with, where a turn has answered it before.</summary>
    public TurnAnswer? Earlier { get; init; }

    public bool IsMoot { get; init; }

    public long Version => Conversation?.Version ?? 0;

    public long NextSequence => Conversation?.NextSequence ?? 1;

    public static Snapshot OfNobody() => new() { ConversationId = Guid.CreateVersion7().ToString("N") };

    public static TurnAnswer AnswerOf(string conversation, long sequence, int? status, string? body) =>
        new(status ?? 200)
        {
            Body = body,
            ConversationId = conversation,
            Sequence = sequence,
            IsRepeat = true,
        };

    public static async Task<string?> FindConversation(
        RecordsContext records,
        Address address,
        CancellationToken stop
    ) => (await FindAddress(records, address, stop))?.ConversationId;

    public static Task<AddressRow?> FindAddress(RecordsContext records, Address address, CancellationToken stop) =>
        records.Addresses.SingleOrDefaultAsync(
            row =>
                row.Door == address.Door
                && row.ChannelId == address.ChannelId
                && row.ExternalConversationId == address.ConversationId
                && row.UserId == address.UserId,
            stop
        );

    public static async Task<Snapshot> ReadAsync(RecordsContext records, Arrival arrival, CancellationToken stop)
    {
        var address = arrival is ActivityArrival outer ? await FindAddress(records, outer.Address, stop) : null;
        var id = (arrival as InnerArrival)?.ConversationId ?? address?.ConversationId;
        if (id is null)
        {
            return OfNobody();
        }

        var conversation = await records.Conversations.SingleAsync(row => row.Id == id, stop);
        return new Snapshot
        {
            ConversationId = id,
            Conversation = conversation,
            Address =
                address ?? await records.Addresses.SingleAsync(row => row.Id == conversation.CurrentAddressId, stop),
            States = await records
                .States.Where(row => row.ConversationId == id)
                .ToDictionaryAsync(row => row.Name, row => row.Value, stop),
            OpenCases = await records
                .Cases.Where(row => row.ConversationId == id && row.Status != CaseStatus.Closed)
                .OrderBy(row => row.OpenedAt)
                .Select(row => new OpenCase(row.Id, row.Kind, row.Due, row.Status == CaseStatus.Acknowledged))
                .ToListAsync(stop),
            Earlier = await FindEarlier(records, id, arrival, stop),
            IsMoot = arrival is InnerArrival inner && await inner.IsMoot(records, stop),
        };
    }

    private static async Task<TurnAnswer?> FindEarlier(
        RecordsContext records,
        string conversation,
        Arrival arrival,
        CancellationToken stop
    )
    {
        var door = (arrival as ActivityArrival)?.Address.Door ?? Doors.Inside;
        if (arrival.IdempotencyKey is not { } key)
        {
            return null;
        }
        var row = await records.Activities.SingleOrDefaultAsync(
            row => row.ConversationId == conversation && row.Door == door && row.IdempotencyKey == key,
            stop
        );
        if (row is null)
        {
            return null;
        }
        var body =
            row.ResponseBody is null && StoredReplies.AreExpectedBy(row.Payload)
                ? StoredReplies.Body(await FindReplies(records, row, stop))
                : row.ResponseBody;
        return AnswerOf(conversation, row.Sequence, row.ResponseStatus, body);
    }

    // They follow what they answer, so however long the transcript is, it is left at the first that does not.
    private static async Task<List<string>> FindReplies(RecordsContext records, ActivityRow to, CancellationToken stop)
    {
        var replies = new List<string>();
        var after = records
            .Activities.Where(row => row.ConversationId == to.ConversationId && row.Sequence > to.Sequence)
            .OrderBy(row => row.Sequence)
            .AsAsyncEnumerable();
        await foreach (var row in after.WithCancellation(stop))
        {
            if (row.AnswersSequence != to.Sequence)
            {
                break;
            }
            if (row.Payload is { } payload && StoredReplies.IsReply(row.Type))
            {
                replies.Add(payload);
            }
        }
        return replies;
    }
}
