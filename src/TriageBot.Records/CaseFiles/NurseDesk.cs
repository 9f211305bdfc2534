using Microsoft.EntityFrameworkCore;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Records.CaseFiles;

/// <summary>What a nurse does with cases. Every look into one, and every act, is audited under the nurse's name.</summary>
public sealed class NurseDesk(RecordsDatabase database, TurnRunner turns, TimeProvider clock, ChangeFeed changes)
{
    private const int TailLength = 50;

    /// <summary>Cases by due time, the most pressing first.</summary>
    public async Task<IReadOnlyList<CaseRow>> ListAsync(bool openOnly, CancellationToken stop = default)
    {
        using var records = database.OpenForReading();
        return await records
            .Cases.Where(row => !openOnly || row.Status != CaseStatus.Closed)
            .OrderBy(row => row.Due)
            .ThenBy(row => row.Id)
            .ToListAsync(stop);
    }

    /// <summary>A case with all that a nurse needs to act on it; null where there is none.</summary>
    public async Task<CaseFile?> ReadAsync(string id, string reader, CancellationToken stop = default)
    {
        CaseFile file;
        using (var records = database.OpenForReading())
        {
            var row = await records.Cases.SingleOrDefaultAsync(found => found.Id == id, stop);
            if (row is null)
            {
                return null;
            }
            file = await CaseFile.ReadAsync(records, row, TailLength, stop);
        }
        await database.WriteAsync(
            (records, _) =>
            {
                records.Audit.Add(Entry(file.Case, reader, "case-read"));
                return Task.CompletedTask;
            },
            stop
        );
        return file;
    }

    /// <summary>Notes that a nurse has taken the case. Taking a case that another has is refused.</summary>
    public async Task<DeskAnswer> AcknowledgeAsync(string id, string nurse, CancellationToken stop = default)
    {
        var (answer, conversation) = await database.WriteAsync(
            async (records, cancelled) =>
            {
                var row = await records.Cases.AsTracking().SingleOrDefaultAsync(found => found.Id == id, cancelled);
                var refusal = row switch
                {
                    null => DeskAnswer.NoSuchCase,
                    { Status: CaseStatus.Closed } => DeskAnswer.AlreadyClosed,
                    { Status: CaseStatus.Acknowledged } when row.AcknowledgedBy != nurse => DeskAnswer.TakenByAnother,
                    { Status: CaseStatus.Acknowledged } => DeskAnswer.Done,
                    _ => (DeskAnswer?)null,
                };
                if (refusal is { } refused)
                {
                    return (refused, (string?)null);
                }
                await Acknowledge(records, row!, nurse, cancelled);
                return (DeskAnswer.Done, row!.ConversationId);
            },
            stop
        );
        if (conversation is not null)
        {
            changes.Tell(new RecordsChange(conversation, null, Cases: true, Timers: false, Outgoing: false));
        }
        return answer;
    }

    /// <summary>Closes the case, and tells the bot in the same turn.</summary>
    /// <param name="outcome">What came of it, in the nurse's words.</param>
    public async Task<DeskAnswer> CloseAsync(string id, string nurse, string outcome, CancellationToken stop = default)
    {
        CaseRow? row;
        using (var records = database.OpenForReading())
        {
            row = await records.Cases.SingleOrDefaultAsync(found => found.Id == id, stop);
        }
        if (row is null or { Status: CaseStatus.Closed })
        {
            return row is null ? DeskAnswer.NoSuchCase : DeskAnswer.AlreadyClosed;
        }

        var answer = await turns.RunAsync(new CaseClosedArrival(row, nurse, outcome), stop);
        return answer switch
        {
            { Status: 503 } => DeskAnswer.TryAgain,
            { IsStored: false } or { IsRepeat: true } => DeskAnswer.AlreadyClosed,
            _ => DeskAnswer.Done,
        };
    }

    /// <summary>Erases the texts of a case's events and its card; what happened and when stays provable.</summary>
    public async Task<DeskAnswer> EraseAsync(string id, string actor, CancellationToken stop = default) =>
        await database.WriteAsync(
            async (records, cancelled) =>
            {
                var row = await records.Cases.AsTracking().SingleOrDefaultAsync(found => found.Id == id, cancelled);
                if (row is null)
                {
                    return DeskAnswer.NoSuchCase;
                }
                row.Card = null;
                row.Outcome = null;
                await records
                    .CaseEvents.Where(entry => entry.CaseId == id)
                    .ExecuteUpdateAsync(
                        entry =>
                            entry
                                .SetProperty(found => found.Text, (string?)null)
                                .SetProperty(found => found.Salt, (string?)null),
                        cancelled
                    );
                records.Audit.Add(Entry(row, actor, "case-erased"));
                return DeskAnswer.Done;
            },
            stop
        );

    private async Task Acknowledge(RecordsContext records, CaseRow row, string nurse, CancellationToken stop)
    {
        var offset = await records
            .Conversations.Where(found => found.Id == row.ConversationId)
            .Select(found => found.ClockOffset)
            .SingleAsync(stop);
        var now = new TurnTime(clock.GetUtcNow(), offset);
        row.Status = CaseStatus.Acknowledged;
        row.AcknowledgedBy = nurse;
        row.AcknowledgedAt = now.There;
        // The bot is told who has the case: a turn that did not know yet runs again.
        await records
            .Conversations.Where(found => found.Id == row.ConversationId)
            .ExecuteUpdateAsync(found => found.SetProperty(at => at.Version, at => at.Version + 1), stop);
        records.CaseEvents.Add(CaseChain.Append(row, "acknowledged", now.There, nurse, null));
        records.Audit.Add(Entry(row, nurse, "case-acknowledged"));
    }

    private AuditRow Entry(CaseRow row, string actor, string kind) =>
        new()
        {
            At = clock.GetUtcNow(),
            Actor = actor,
            Kind = kind,
            Detail = "",
            ConversationId = row.ConversationId,
            CaseId = row.Id,
        };
}

/// <summary>What became of a nurse's act.</summary>
public enum DeskAnswer
{
    Done,
    NoSuchCase,
    TakenByAnother,
    AlreadyClosed,

    /// <summary>The records could not take it now.</summary>
    TryAgain,
}
