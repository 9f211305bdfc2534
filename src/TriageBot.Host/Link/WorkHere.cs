using System.Text;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Host.Cases;
using TriageBot.Host.Configuration;
using TriageBot.Host.Enrolling;
using TriageBot.Host.Telemetry;
using TriageBot.Records;
using TriageBot.Records.CaseFiles;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Link;

/// <summary>Does the work in this process.</summary>
internal sealed class WorkHere(
    NurseDesk desk,
    TurnTelemetry turns,
    Transcripts transcripts,
    EnrolmentDesk enrolling,
    HostSettings settings,
    TimeProvider clock
) : IHostWork
{
    public async Task<IReadOnlyList<CaseLine>> ListAsync(bool openOnly, CancellationToken stop)
    {
        var rows = await desk.ListAsync(openOnly, stop);
        return [.. rows.Select(row => CaseLine.Of(row, settings.Organization.TimeZone, clock.GetUtcNow()))];
    }

    public async Task<CaseSheet?> ReadAsync(string id, string reader, CancellationToken stop) =>
        await desk.ReadAsync(id, reader, stop) is { } file
            ? CaseSheet.Of(file, settings.Organization.TimeZone, clock.GetUtcNow())
            : null;

    public Task<DeskAnswer> AcknowledgeAsync(string id, string nurse, CancellationToken stop) =>
        desk.AcknowledgeAsync(id, nurse, stop);

    public Task<DeskAnswer> CloseAsync(string id, string nurse, string outcome, CancellationToken stop) =>
        desk.CloseAsync(id, nurse, outcome, stop);

    public Task<TurnAnswer> SayAsync(Activity activity, string? protocol, CancellationToken stop) =>
        turns.RunAsync(
            new ActivityArrival(Address.Of(Doors.Terminal, activity), Encoding.UTF8.GetBytes(BotJson.Write(activity)))
            {
                IdempotencyKey = activity.Id,
                Pushes = false,
                Enrolment = protocol is null ? null : new Dictionary<string, string> { ["procedure"] = protocol },
            },
            stop
        );

    public async Task<IReadOnlyList<Spoken>> ReadSinceAsync(string conversation, long watermark, CancellationToken stop)
    {
        var rows = await transcripts.ReadAsync(conversation, watermark, stop: stop);
        return
        [
            .. rows.Where(row => row is { Direction: ActivityDirection.Out, Payload: not null })
                .Select(row => new Spoken(row.Sequence, row.Payload!)),
        ];
    }

    public Task<EnrolAnswer> EnrolAsync(
        IReadOnlyDictionary<string, string> fields,
        string by,
        CancellationToken stop
    ) => enrolling.EnrolAsync(fields, by, stop);

    public Task<EnrolAnswer> EnrolFileAsync(string csv, string by, CancellationToken stop) =>
        enrolling.EnrolFileAsync(csv, by, stop);

    public Task<bool> RevokeLinkAsync(string code, string by, CancellationToken stop) =>
        enrolling.RevokeAsync(code, by, stop);

    public async Task<IReadOnlyList<string>?> RecordAsync(string id, string reader, CancellationToken stop)
    {
        var rows = await transcripts.ReadAllAsync(id, reader, clock.GetUtcNow(), stop);
        return rows is null ? null : [.. rows.Where(row => row.Payload is not null).Select(AsTranscribed)];
    }

    /// <summary>Says who spoke and when, as the Emulator's files do, where the channel left it out.</summary>
    private static string AsTranscribed(ActivityRow row)
    {
        var activity = BotJson.ReadActivity(row.Payload!);
        activity.Timestamp = row.At;
        activity.From ??= new ChannelAccount();
        activity.From.Role = row.Direction == ActivityDirection.In ? RoleTypes.User : RoleTypes.Bot;
        return BotJson.Write(activity);
    }
}
