using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Records.Clocks;

/// <summary>Turns timers that come due into turns, and tells of cases that fall due, each once.</summary>
public sealed class TimerService : IDisposable
{
    private const int AtATime = 100;
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);

    private readonly RecordsDatabase database;
    private readonly TurnRunner turns;
    private readonly TimeProvider clock;
    private readonly ChangeFeed changes;
    private readonly ILogger<TimerService> log;
    private readonly Alarm alarm;
    private readonly IDisposable listening;
    private readonly WakeTime waking = new();

    public TimerService(
        RecordsDatabase database,
        TurnRunner turns,
        TimeProvider clock,
        ChangeFeed changes,
        ILogger<TimerService> log
    )
    {
        ArgumentNullException.ThrowIfNull(changes);
        this.database = database;
        this.turns = turns;
        this.clock = clock;
        this.changes = changes;
        this.log = log;
        alarm = new Alarm(clock);
        listening = changes.Listen(change =>
        {
            if (change.Timers && waking.IsTooLateFor(change.EarliestDue))
            {
                alarm.Ring();
            }
        });
    }

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            DateTimeOffset? next = null;
            try
            {
                waking.BeginSearch();
                await SweepAsync(stop);
                next = await NextDue(stop);
            }
            catch (Exception problem) when (!stop.IsCancellationRequested)
            {
                log.LogError("Could not look at the timers: {Problem}", problem.GetType().FullName);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            // A timer that stays due could not be run now; its time alone must not make the loop spin.
            var now = clock.GetUtcNow();
            var wake = waking.EndSearch(next > now ? next : null, now + LookAgainAfter);
            await alarm.WaitAsync(wake, LookAgainAfter, stop);
        }
    }

    /// <summary>Runs all that is due now.</summary>
    public async Task SweepAsync(CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        var waiting = await database.NextDueAsync(stop);
        while (waiting.Timer <= now && await DueTimers(now, stop) is { Count: > 0 } due)
        {
            var ran = 0;
            foreach (var timer in due)
            {
                ran += await Run(timer, stop) ? 1 : 0;
            }
            if (ran < due.Count)
            {
                break;
            }
        }
        // A timer's turn may have made a case due.
        if (waiting.Timer <= now || waiting.Case <= now)
        {
            await TellDueCases(now, stop);
        }
    }

    public void Dispose() => listening.Dispose();

    private async Task<List<TimerRow>> DueTimers(DateTimeOffset now, CancellationToken stop)
    {
        using var records = database.OpenForReading();
        return await records
            .Timers.Where(row => row.FiresAt <= now)
            .OrderBy(row => row.FiresAt)
            .Take(AtATime)
            .ToListAsync(stop);
    }

    private async Task<bool> Run(TimerRow timer, CancellationToken stop)
    {
        var answer = await turns.RunAsync(new TimerArrival(timer), stop);
        if (answer.IsRepeat)
        {
            // Set again for a moment at which it has fired already: it has had its effect.
            await database.WriteAsync(
                (records, cancelled) =>
                    records
                        .Timers.Where(row =>
                            row.ConversationId == timer.ConversationId && row.Name == timer.Name && row.Due == timer.Due
                        )
                        .ExecuteDeleteAsync(cancelled),
                stop
            );
        }
        return answer.Status != 503;
    }

    private async Task<DateTimeOffset?> NextDue(CancellationToken stop)
    {
        var waiting = await database.NextDueAsync(stop);
        return waiting.Timer is null || waiting.Case < waiting.Timer ? waiting.Case : waiting.Timer;
    }

    private async Task TellDueCases(DateTimeOffset now, CancellationToken stop)
    {
        using (var records = database.OpenForReading())
        {
            if (!await Untold(records).AnyAsync(row => row.FallsDueAt <= now, stop))
            {
                return;
            }
        }

        var told = await database.WriteAsync(
            async (records, cancelled) =>
            {
                var files = await Untold(records)
                    .AsTracking()
                    .Where(row => row.FallsDueAt <= now)
                    .OrderBy(row => row.FallsDueAt)
                    .Take(AtATime)
                    .ToListAsync(cancelled);
                var ledger = new ContextLedger(records);
                foreach (var file in files)
                {
                    file.DueToldAt = now;
                    records.CaseEvents.Add(CaseChain.Append(file, "due", file.Due, CaseBook.Clock, null));
                    await CaseBook.Tell(ledger, file, "due", now, cancelled);
                }
                return files.Select(file => file.ConversationId).ToList();
            },
            stop
        );
        foreach (var conversation in told)
        {
            changes.Tell(new RecordsChange(conversation, null, Cases: true, Timers: true, Outgoing: false));
        }
    }

    private static IQueryable<CaseRow> Untold(RecordsContext records) =>
        records.Cases.Where(row => row.DueToldAt == null && row.Status != CaseStatus.Closed);
}
