using TriageBot.Host.Configuration;
using TriageBot.Host.Content;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Health;

/// <summary>Finds out whether patients are well served by this host.</summary>
internal sealed class ReadinessProbe(
    RecordsDatabase database,
    TurnRunner turns,
    HostSettings settings,
    ClinicalFiles files,
    ProvingProtocols proof,
    TimeProvider clock
)
{
    private static readonly TimeSpan WritePatience = TimeSpan.FromSeconds(2);

    // Only a turn that goes through shows that turns go through again, and a host that is never ready gets none.
    private static readonly TimeSpan Quarantine = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private DateTimeOffset? failingSince;

    public async Task<Readiness> LookAsync(CancellationToken stop)
    {
        var records = await TakesWritesAsync(stop);
        var healthy = turns.IsHealthy;
        var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.Organization.TimeZone).Date;
        // An unsafe protocol goes to no patient: better another host, or the nurse line.
        return new Readiness(
            records && proof.State != "unsafe" && (healthy || QuarantineIsOver()),
            records,
            Note(healthy),
            settings.Cases.ReachANurse,
            [.. files.Protocols.Protocols.Select(protocol => $"{protocol.Id} {protocol.Version}")],
            proof.State,
            [.. files.Overdue(DateOnly.FromDateTime(today)).Select(protocol => protocol.Id)],
            [.. files.Drafts.Select(protocol => protocol.Id)]
        );
    }

    private async Task<bool> TakesWritesAsync(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(WritePatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            await database.CheckWritingAsync(either.Token).WaitAsync(either.Token);
            return await database.AnswersAsync(either.Token);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private bool Note(bool healthy)
    {
        lock (gate)
        {
            failingSince = healthy ? null : failingSince ?? clock.GetUtcNow();
        }

        return healthy;
    }

    private bool QuarantineIsOver()
    {
        lock (gate)
        {
            return failingSince + Quarantine <= clock.GetUtcNow();
        }
    }
}
