using System.Text;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Conversation;
using TriageBot.Conversation.CheckIns;
using TriageBot.Host.Configuration;
using TriageBot.Host.Content;
using TriageBot.Host.Storage;
using TriageBot.Records;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Clocks;
using TriageBot.Records.Model;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Worked;

/// <summary>
/// The real bot, turns and records of one hospital that exists on paper only, on a database that is thrown away. Many
/// conversations can be played on it, each at its own time.
/// </summary>
internal sealed class WorkedStage : IAsyncDisposable
{
    /// <summary>Conversations are written for this hospital; each may change a part of it.</summary>
    private static readonly string[] Hospital =
    [
        "--Organization:Name=Hill Hospital",
        "--Organization:NurseLine=4235550100",
        "--Organization:VerifiedOn=2026-11-01",
        "--Organization:EmergencyNumber=911",
        "--Organization:CrisisLine=988",
        "--Organization:TimeZone=America/New_York",
        "--Organization:Hours:From=00:00",
        "--Organization:Hours:To=00:00",
        "--Organization:Language=en",
        "--Cases:Watched=true",
        "--Protocols:AllowDraft=true",
    ];

    private readonly DirectoryInfo directory;
    private readonly IHost host;

    private WorkedStage(DirectoryInfo directory, IHost host, WorkedClock clock)
    {
        this.directory = directory;
        this.host = host;
        Clock = clock;
    }

    public WorkedClock Clock { get; }

    public TriageContent Content => host.Services.GetRequiredService<TriageContent>();

    private RecordsDatabase Database => host.Services.GetRequiredService<RecordsDatabase>();

    /// <param name="settings">What differs from the usual hospital.</param>
    public static async Task<WorkedStage> OpenAsync(IEnumerable<string> settings, CancellationToken stop = default)
    {
        var directory = Directory.CreateTempSubdirectory("triagebot-play-");
        var clock = new WorkedClock(DateTimeOffset.UnixEpoch);
        var builder = Builders.ForVerb([.. Hospital, .. settings, $"--Records:Directory={directory.FullName}"]);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<TimerService>();
        Program.AddTriage(builder);
        var stage = new WorkedStage(directory, builder.Build(), clock);
        await stage.host.Services.GetRequiredService<OpenRecords>().OpenAsync(stop);
        return stage;
    }

    /// <summary>The moment of a local time at the hospital.</summary>
    public DateTimeOffset At(DateTime local)
    {
        var zone = Content.Organization.TimeZone;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public Task<TurnAnswer> SendAsync(
        Activity activity,
        IReadOnlyDictionary<string, string> knows,
        CancellationToken stop
    ) =>
        host
            .Services.GetRequiredService<TurnRunner>()
            .RunAsync(
                new ActivityArrival(
                    Address.Of(Doors.Connector, activity),
                    Encoding.UTF8.GetBytes(BotJson.Write(activity))
                )
                {
                    IdempotencyKey = activity.Id,
                    Pushes = false,
                    Enrolment = knows.Count == 0 ? null : knows,
                },
                stop
            );

    /// <summary>Moves the clock from one due timer to the next, and to the end of the span.</summary>
    public async Task PassAsync(TimeSpan span, CancellationToken stop)
    {
        var end = Clock.GetUtcNow() + span;
        var timers = host.Services.GetRequiredService<TimerService>();
        while (await NextTimer(end) is { } due)
        {
            Clock.SetTo(due > Clock.GetUtcNow() ? due : Clock.GetUtcNow());
            await timers.SweepAsync(stop);
        }

        Clock.SetTo(end);
        await timers.SweepAsync(stop);
    }

    /// <summary>What the bot said after the watermark.</summary>
    public async Task<IReadOnlyList<ActivityRow>> SaidSinceAsync(
        string conversation,
        long watermark,
        CancellationToken stop
    )
    {
        var rows = await host.Services.GetRequiredService<Transcripts>().ReadAsync(conversation, watermark, stop: stop);
        return [.. rows.Where(row => row is { Direction: ActivityDirection.Out, Payload: not null })];
    }

    /// <summary>The cases of a conversation, oldest first.</summary>
    public async Task<IReadOnlyList<CaseRow>> CasesAsync(string conversation, CancellationToken stop)
    {
        var desk = host.Services.GetRequiredService<NurseDesk>();
        var rows = await desk.ListAsync(openOnly: false, stop);
        return [.. rows.Where(row => row.ConversationId == conversation).OrderBy(row => row.OpenedAt)];
    }

    public async Task<DeskAnswer> NurseActsAsync(string id, WorkedAct.Nurse act, CancellationToken stop)
    {
        var desk = host.Services.GetRequiredService<NurseDesk>();
        return act.Outcome is { } outcome
            ? await desk.CloseAsync(id, "Joan Hill RN", outcome, stop)
            : await desk.AcknowledgeAsync(id, "Joan Hill RN", stop);
    }

    public IReadOnlyList<string> Timers(string conversation)
    {
        using var records = Database.OpenForReading();
        return [.. records.Timers.Where(row => row.ConversationId == conversation).Select(row => row.Name)];
    }

    /// <summary>The check-in as it is kept, or null before the first turn.</summary>
    public CheckIn? CheckIn(string conversation)
    {
        using var records = Database.OpenForReading();
        var states = records.States.Where(row => row.ConversationId == conversation).ToList();
        return KeptCheckIns.In(host.Services.GetRequiredService<TurnBot>().Codec, states);
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)host).DisposeAsync();
        directory.Delete(recursive: true);
    }

    private async Task<DateTimeOffset?> NextTimer(DateTimeOffset end)
    {
        await Task.Yield();
        using var records = Database.OpenForReading();
        return records.Timers.Where(row => row.FiresAt <= end).Min(row => (DateTimeOffset?)row.FiresAt);
    }
}
