using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using TriageBot.Records;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Webhook;

/// <summary>
/// Tells the hospital's own system of cases. A notice is tried until it is taken: nobody else will tell of that case.
/// </summary>
internal sealed class WebhookSender(
    WebhookClient client,
    Notices notices,
    RecordsDatabase database,
    ChangeFeed changes,
    Random random,
    TimeProvider clock,
    ILogger<WebhookSender> log
) : BackgroundService
{
    private const int AtATime = 16;
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Channel<bool> news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = changes.Listen(change =>
        {
            if (change.Cases)
            {
                news.Writer.TryWrite(true);
            }
        });
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LookAgainAfter;
            try
            {
                await SendDueAsync(stoppingToken);
                wait = await notices.NextDueAsync(stoppingToken) - clock.GetUtcNow() ?? LookAgainAfter;
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError("Could not look for notices to send: {Problem}", problem.GetType().FullName);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await WaitAsync(wait < LookAgainAfter ? wait : LookAgainAfter, stoppingToken);
        }
    }

    private async Task SendDueAsync(CancellationToken stop)
    {
        while (await notices.DueAsync(AtATime, stop) is { Count: > 0 } due)
        {
            // Of one case at most one is due, so what is sent side by side belongs to different cases.
            await Task.WhenAll(due.Select(notice => SendAsync(notice, stop)));
        }
    }

    private async Task SendAsync(NoticeRow notice, CancellationToken stop)
    {
        var problem = await client.PostAsync(await BodyAsync(notice, stop), stop);
        if (problem is null)
        {
            // It was taken: that must be noted even while the host stops, or it is sent twice.
            await notices.MarkSentAsync(notice.Id, CancellationToken.None);
            return;
        }

        var wait = WaitAfter(notice.Attempts + 1);
        log.LogWarning(
            "Notice {Notice} of case {Case} was not taken: {Problem}. This was attempt {Attempt}; the next is in {Wait}",
            notice.Id,
            notice.CaseId,
            problem,
            notice.Attempts + 1,
            wait
        );
        await notices.RetryLaterAsync(notice.Id, wait, CancellationToken.None);
    }

    private async Task<byte[]> BodyAsync(NoticeRow notice, CancellationToken stop)
    {
        using var records = database.OpenForReading();
        var row = await records.Cases.SingleAsync(found => found.Id == notice.CaseId, stop);
        return CloudEvent.Write(notice, CaseFile.CardOf(row));
    }

    /// <summary>Doubles up to five minutes, and varies by half, so that cases do not knock in step.</summary>
    private TimeSpan WaitAfter(int attempts)
    {
        double jitter;
        lock (random)
        {
            jitter = 0.75 + random.NextDouble() / 2;
        }

        var wait = FirstWait * Math.Pow(2, Math.Min(attempts - 1, 10));
        return (wait < LongestWait ? wait : LongestWait) * jitter;
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stop)
    {
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var patience = new CancellationTokenSource(wait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        var ring = news.Reader.ReadAsync(either.Token).AsTask();
        await ((Task)ring).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
