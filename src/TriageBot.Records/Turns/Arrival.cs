using TriageBot.Records.Model;

namespace TriageBot.Records.Turns;

/// <summary>What begins a turn.</summary>
public abstract record Arrival
{
    /// <summary>Makes two arrivals of one conversation and door the same one; null where the sender gives nothing.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>An activity that came through a door.</summary>
/// <param name="Body">The activity as it came, in UTF-8; each attempt parses it afresh.</param>
public sealed record ActivityArrival(Address Address, ReadOnlyMemory<byte> Body) : Arrival
{
    /// <summary>The body as its door read it, so that it need not be read again only to be looked at. Bots get their own.</summary>
    public Activity? Read { get; init; }

    /// <summary>False where the client fetches replies from the transcript instead of having them sent.</summary>
    public bool Pushes { get; init; } = true;

    /// <summary>The writer's own number where the channel tells it, E.164.</summary>
    public string? ChannelPhone { get; init; }

    /// <summary>What enrolment knows of the writer; null leaves what an earlier arrival said.</summary>
    public IReadOnlyDictionary<string, string>? Enrolment { get; init; }
}

/// <summary>Something that happened to a conversation without the patient: the bot sees it as an event activity.</summary>
public abstract record InnerArrival(string ConversationId) : Arrival
{
    internal abstract string EventName { get; }

    internal virtual object? EventValue => null;

    /// <summary><c>clock</c>, <c>bot</c> or the nurse's name.</summary>
    internal abstract string Actor { get; }

    /// <summary>True where what happened is no longer so; asked in each attempt, under its version check.</summary>
    internal virtual Task<bool> IsMoot(RecordsContext records, CancellationToken stop) => Task.FromResult(false);

    /// <summary>Writes what belongs to the turn whatever the bot does, in the turn's transaction and after the bot's part.</summary>
    internal virtual Task Settle(TurnLedger ledger, TurnTime now, bool answered, CancellationToken stop) =>
        Task.CompletedTask;
}
