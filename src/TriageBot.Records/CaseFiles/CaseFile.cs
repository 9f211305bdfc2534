using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TriageBot.BotFramework.Hosting;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;
using TriageBot.Records.Model;

namespace TriageBot.Records.CaseFiles;

/// <summary>A case as a nurse reads it.</summary>
/// <param name="Card">Null where it was erased.</param>
/// <param name="Transcript">The last things said, oldest first.</param>
/// <param name="Fault">What is wrong with the chain of events; null where it is whole.</param>
public sealed record CaseFile(
    CaseRow Case,
    CaseCard? Card,
    IReadOnlyList<CaseEventRow> Events,
    IReadOnlyList<Said> Transcript,
    string? Fault
)
{
    public Disposition Disposition => CaseBook.Standing(Case);

    /// <summary>The card of a case, or null where it was erased.</summary>
    public static CaseCard? CardOf(CaseRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Card is { } json ? JsonSerializer.Deserialize(json, RecordsJson.Default.CaseCard) : null;
    }

    internal static async Task<CaseFile> ReadAsync(
        RecordsContext records,
        CaseRow row,
        int tail,
        CancellationToken stop
    )
    {
        var events = await records
            .CaseEvents.Where(entry => entry.CaseId == row.Id)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(stop);
        var said = await records
            .Activities.Where(entry => entry.ConversationId == row.ConversationId && entry.Type == "message")
            .OrderByDescending(entry => entry.Sequence)
            .Take(tail)
            .ToListAsync(stop);
        said.Reverse();
        var delivery = await InstructionDelivery(records, row.ConversationId, stop);
        var card = CardOf(row);
        return new CaseFile(
            row,
            card is null || delivery is null
                ? card
                : card with
                {
                    Background = card.Background with { InstructionDelivery = delivery },
                },
            events,
            [.. said.Select(Said.Of)],
            CaseChain.Verify(row, events)
        );
    }

    private static async Task<string?> InstructionDelivery(
        RecordsContext records,
        string conversation,
        CancellationToken stop
    )
    {
        var state = await records
            .Activities.Where(row => row.ConversationId == conversation && row.Weight == Weight.Instruction)
            .OrderByDescending(row => row.Sequence)
            .Select(row => (DeliveryState?)row.Delivery)
            .FirstOrDefaultAsync(stop);
        return state switch
        {
            null => null,
            DeliveryState.Sent or DeliveryState.Handed => "delivered",
            DeliveryState.Pending => "not yet delivered",
            _ => "not delivered",
        };
    }
}

/// <summary>One message of a transcript.</summary>
/// <param name="Text">Null where it was erased.</param>
public sealed record Said(long Sequence, bool ByPatient, string? Text, DateTimeOffset At, DeliveryState Delivery)
{
    internal static Said Of(ActivityRow row) =>
        new(
            row.Sequence,
            row.Direction == ActivityDirection.In,
            row.Payload is { } json ? BotJson.ReadActivity(json).Text : null,
            row.At,
            row.Delivery
        );
}
