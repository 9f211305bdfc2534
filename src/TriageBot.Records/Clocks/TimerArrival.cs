using Microsoft.EntityFrameworkCore;
using TriageBot.Conversation.Effects;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Clocks;

/// <summary>A timer that came due. It is moot where a turn cancelled or moved it meanwhile.</summary>
internal sealed record TimerArrival : InnerArrival
{
    private readonly string name;
    private readonly DateTimeOffset due;

    public TimerArrival(TimerRow timer)
        : base(timer.ConversationId)
    {
        name = timer.Name;
        due = timer.Due;
        IdempotencyKey = $"timer:{name}:{due.ToUnixTimeMilliseconds()}";
    }

    internal override string EventName => TurnFacts.TimerEvent(name);

    internal override string Actor => CaseBook.Clock;

    internal override async Task<bool> IsMoot(RecordsContext records, CancellationToken stop) =>
        !await records.Timers.AnyAsync(
            row => row.ConversationId == ConversationId && row.Name == name && row.Due == due,
            stop
        );

    internal override async Task Settle(TurnLedger ledger, TurnTime now, bool answered, CancellationToken stop)
    {
        var row = await ledger
            .Records.Timers.AsTracking()
            .SingleOrDefaultAsync(timer => timer.ConversationId == ConversationId && timer.Name == name, stop);
        // The turn may have set it again; then it stays.
        if (row is not null && row.Due == due)
        {
            ledger.Records.Timers.Remove(row);
        }
    }
}
