using System.Text.Json;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Records.CaseFiles;

/// <summary>
/// Writes what a turn says of cases: rows, events and notices. It never lowers a case's urgency and never moves its due
/// time back, whatever a report says.
/// </summary>
internal static class CaseBook
{
    public const string Bot = "bot";
    public const string Clock = "clock";
    public const string Channel = "channel";

    /// <summary>Opens the case or brings it up to date. The case as it now is, or null where nothing changed.</summary>
    public static async Task<CaseRow?> Report(
        TurnLedger ledger,
        string conversation,
        CaseReport report,
        TurnTime now,
        CancellationToken stop
    )
    {
        var file = await ledger.FindCase(report.Id, stop);
        if (file is null)
        {
            return await Open(ledger, conversation, report, now, stop);
        }
        if (file.ConversationId != conversation)
        {
            throw new InvalidOperationException($"Case {file.Id} belongs to another conversation.");
        }
        return await Update(ledger, file, report, now, stop) ? file : null;
    }

    /// <summary>Appends what the channel reports of a case. The case, or null where the conversation has no such case.</summary>
    public static async Task<CaseRow?> Note(
        TurnLedger ledger,
        string conversation,
        CaseNote note,
        TurnTime now,
        CancellationToken stop
    )
    {
        var file = await ledger.FindCase(note.Case, stop);
        if (file?.ConversationId != conversation)
        {
            return null;
        }
        var entry = CaseChain.Append(file, note.Kind, now.There, Channel, note.Text);
        await ledger.ChangeCase(file, stop);
        await ledger.AddCaseEvent(entry, stop);
        return file;
    }

    public static Task Tell(TurnLedger ledger, CaseRow file, string type, DateTimeOffset at, CancellationToken stop) =>
        ledger.AddNotice(
            new NoticeRow
            {
                // Ids of one case sort in the order of its events, also within a millisecond.
                Id = $"{file.Id}-{file.EventCount:D6}",
                CaseId = file.Id,
                Type = type,
                Payload = JsonSerializer.Serialize(Describe(file), RecordsJson.Default.NoticeData),
                CreatedAt = at,
                DueAt = at,
            },
            stop
        );

    private static async Task<CaseRow> Open(
        TurnLedger ledger,
        string conversation,
        CaseReport report,
        TurnTime now,
        CancellationToken stop
    )
    {
        var card = JsonSerializer.Serialize(report.Card, RecordsJson.Default.CaseCard);
        var file = new CaseRow
        {
            Id = report.Id,
            ConversationId = conversation,
            Kind = report.Kind,
            Route = report.Disposition.Route,
            WithinMinutes = Minutes(report.Disposition),
            Due = report.Due,
            FallsDueAt = now.ToHere(report.Due),
            PromisedBy = report.PromisedBy,
            Card = card,
            OpenedAt = now.There,
        };
        var opened = CaseChain.Append(file, "opened", now.There, Bot, card);
        await ledger.AddCase(file, stop);
        await ledger.AddCaseEvent(opened, stop);
        await Tell(ledger, file, "opened", now.Here, stop);
        return file;
    }

    private static async Task<bool> Update(
        TurnLedger ledger,
        CaseRow file,
        CaseReport report,
        TurnTime now,
        CancellationToken stop
    )
    {
        var card = JsonSerializer.Serialize(report.Card, RecordsJson.Default.CaseCard);
        var rises = report.Disposition > Standing(file) || report.Due < file.Due;
        if (!rises && card == file.Card && (report.PromisedBy ?? file.PromisedBy) == file.PromisedBy)
        {
            return false;
        }

        file.Card = card;
        file.PromisedBy = report.PromisedBy ?? file.PromisedBy;
        var kind = rises ? Raise(file, report, now) : "updated";
        var entry = CaseChain.Append(file, kind, now.There, Bot, card);
        await ledger.ChangeCase(file, stop);
        await ledger.AddCaseEvent(entry, stop);
        if (rises)
        {
            await Tell(ledger, file, "raised", now.Here, stop);
        }
        return true;
    }

    // A case that grew worse needs a nurse anew, also where one had taken or closed it.
    private static string Raise(CaseRow file, CaseReport report, TurnTime now)
    {
        var kind = file.Status == CaseStatus.Closed ? "reopened" : "raised";
        if (file.Status == CaseStatus.Closed)
        {
            file.DueToldAt = null;
            file.Due = report.Due;
        }
        var standing = Disposition.Max(Standing(file), report.Disposition);
        file.Status = CaseStatus.Open;
        file.Route = standing.Route;
        file.WithinMinutes = Minutes(standing);
        file.Due = report.Due < file.Due ? report.Due : file.Due;
        file.FallsDueAt = now.ToHere(file.Due);
        return kind;
    }

    private static NoticeData Describe(CaseRow file) =>
        new(
            file.Id,
            file.ConversationId,
            file.Kind switch
            {
                CaseKind.Triage => "triage",
                CaseKind.BotFailed => "bot-failed",
                CaseKind.Undelivered => "undelivered",
                _ => throw new InvalidOperationException($"Unknown kind of case: {file.Kind}."),
            },
            file.Route switch
            {
                Route.Emergency => "emergency",
                Route.Callback => "callback",
                Route.SelfCare => "selfcare",
                _ => throw new InvalidOperationException($"Unknown route: {file.Route}."),
            },
            file.WithinMinutes,
            file.Due,
            file.Status.ToString().ToLowerInvariant()
        );

    public static Disposition Standing(CaseRow file) =>
        new(file.Route, file.WithinMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);

    private static int? Minutes(Disposition disposition) =>
        disposition.Within is { } within ? (int)Math.Ceiling(within.TotalMinutes) : null;
}
