using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Records.CaseFiles;

/// <summary>
/// The cases that no clinical rule asks for: a turn failed, or a text that mattered was not delivered. A conversation
/// has at most one open case of each kind.
/// </summary>
internal static class OwnCases
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(5);

    public static Task TurnFailed(
        TurnLedger ledger,
        string conversation,
        Activity inbound,
        bool redFlag,
        TurnTime now,
        CancellationToken stop
    ) =>
        Report(
            ledger,
            conversation,
            CaseKind.BotFailed,
            redFlag ? AtOnce : Soon,
            redFlag
                ? "The bot failed on a message that may describe an emergency."
                : "The bot failed on a message. No automatic check was made of it.",
            "Read what the patient wrote, and call if it needs an answer.",
            inbound.Text is { Length: > 0 } text ? new Quote(text, now.There) : null,
            inbound,
            now,
            stop
        );

    public static Task NotDelivered(
        TurnLedger ledger,
        string conversation,
        Activity outbound,
        Weight weight,
        TurnTime now,
        CancellationToken stop
    ) =>
        Report(
            ledger,
            conversation,
            CaseKind.Undelivered,
            weight == Weight.Instruction ? AtOnce : Soon,
            weight switch
            {
                Weight.Instruction => "An emergency instruction did not reach the patient.",
                Weight.Promise => "A promise of a call did not reach the patient.",
                _ => "A question did not reach the patient.",
            },
            "Reach the patient by phone.",
            null,
            outbound,
            now,
            stop
        );

    private static async Task Report(
        TurnLedger ledger,
        string conversation,
        CaseKind kind,
        TimeSpan within,
        string headline,
        string recommendation,
        Quote? words,
        Activity activity,
        TurnTime now,
        CancellationToken stop
    )
    {
        var open = await ledger
            .Records.Cases.Where(row =>
                row.ConversationId == conversation && row.Kind == kind && row.Status != CaseStatus.Closed
            )
            .FirstOrDefaultAsync(stop);
        var earlier = Read(open) is { } card ? card.Situation.Words : [];
        var report = new CaseReport(
            open?.Id ?? Guid.CreateVersion7(now.Here).ToString("N"),
            kind,
            new Disposition(within == AtOnce ? Route.Emergency : Route.Callback, within),
            now.There + within,
            null,
            new CaseCard
            {
                Situation = new Situation(headline, words is null ? earlier : [.. earlier, words]),
                Background = await Known(ledger.Records, conversation, activity, stop),
                Assessment = NothingAssessed,
                Recommendation = recommendation,
            }
        );
        await CaseBook.Report(ledger, conversation, report, now, stop);
    }

    // What triage found out about the person is what the nurse needs to reach them.
    private static async Task<Background> Known(
        RecordsContext records,
        string conversation,
        Activity activity,
        CancellationToken stop
    )
    {
        var triage = await records
            .Cases.Where(row => row.ConversationId == conversation && row.Kind == CaseKind.Triage)
            .OrderByDescending(row => row.OpenedAt)
            .FirstOrDefaultAsync(stop);
        return Read(triage)?.Background
            ?? new Background
            {
                Language = activity.Locale ?? "unknown",
                Channel = activity.ChannelId ?? "unknown",
                Phone = await records
                    .Addresses.Where(row => row.ConversationId == conversation && row.Phone != null)
                    .Select(row => row.Phone)
                    .FirstOrDefaultAsync(stop),
            };
    }

    private static readonly Assessed NothingAssessed = new()
    {
        Protocol = "",
        Version = "",
        Hash = "",
        Reasons = [],
        Findings = [],
        Denied = [],
        NotAsked = [],
        NotRead = [],
    };

    private static CaseCard? Read(CaseRow? file) =>
        file?.Card is { } card ? JsonSerializer.Deserialize(card, RecordsJson.Default.CaseCard) : null;
}
