namespace TriageBot.Host.Health;

/// <summary>What <c>/readyz</c> tells a load balancer, and the operator who wonders why.</summary>
/// <param name="Ready">False where patients had better be sent to another host.</param>
/// <param name="Records">True where the database can be read and written.</param>
/// <param name="Turns">False after a turn that could not even be stored as failed, until one goes through.</param>
/// <param name="CasesReachANurse">False where nobody is told of cases: no text promises a call then.</param>
/// <param name="Proof">"proving", "proved", or "unsafe": the log says which check-in goes wrong.</param>
/// <param name="ReviewOverdue">Protocols whose clinical review has run out. They go on: no advice is worse than old advice.</param>
/// <param name="Drafts">Protocols that no clinician has signed.</param>
internal sealed record Readiness(
    bool Ready,
    bool Records,
    bool Turns,
    bool CasesReachANurse,
    IReadOnlyList<string> Protocols,
    string Proof,
    IReadOnlyList<string> ReviewOverdue,
    IReadOnlyList<string> Drafts
);
