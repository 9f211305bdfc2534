using TriageBot.Host.Configuration;
using TriageBot.Host.Content;
using TriageBot.Records.Storage;
using TriageBot.Records.Turns;

namespace TriageBot.Host.Health;

/// <summary>What <c>/readyz</c> tells a load balancer, and the operator who wonders why.</summary>
/// <param name="Ready">False where patients had better be sent to another host.</param>
/// <param name="Records">True where the database answers and took the last write.</param>
/// <param name="Turns">False after a turn that could not even be stored as failed.</param>
/// <param name="CasesReachANurse">False where nobody is told of cases: no text promises a call then.</param>
/// <param name="ReviewOverdue">Protocols whose clinical review has run out. They go on: no advice is worse than old advice.</param>
/// <param name="Drafts">Protocols that no clinician has signed.</param>
internal sealed record Readiness(
    bool Ready,
    bool Records,
    bool Turns,
    bool CasesReachANurse,
    IReadOnlyList<string> Protocols,
    IReadOnlyList<string> ReviewOverdue,
    IReadOnlyList<string> Drafts
)
{
    public static async Task<Readiness> LookAsync(
        RecordsDatabase database,
        TurnRunner turns,
        HostSettings settings,
        ClinicalFiles files,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var records = await database.AnswersAsync(stop);
        var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), settings.Organization.TimeZone).Date;
        return new Readiness(
            records && turns.IsHealthy,
            records,
            turns.IsHealthy,
            settings.Cases.ReachANurse,
            [.. files.Protocols.Protocols.Select(protocol => $"{protocol.Id} {protocol.Version}")],
            [.. files.Overdue(DateOnly.FromDateTime(today)).Select(protocol => protocol.Id)],
            [.. files.Drafts.Select(protocol => protocol.Id)]
        );
    }
}
