using TriageBot.Conversation.Effects;
using TriageBot.Records.Model;
using TriageBot.Records.Turns;

namespace TriageBot.Records.CaseFiles;

/// <summary>A nurse closes a case. The case is closed in the turn that tells the bot so, whatever the bot does.</summary>
internal sealed record CaseClosedArrival : InnerArrival
{
    private readonly string caseId;
    private readonly string nurse;
    private readonly string outcome;

    public CaseClosedArrival(CaseRow file, string nurse, string outcome)
        : base(file.ConversationId)
    {
        caseId = file.Id;
        this.nurse = nurse;
        this.outcome = outcome;
        // A case that was reopened can be closed again.
        IdempotencyKey = $"case-closed:{file.Id}:{file.EventCount}";
    }

    internal override string EventName => TurnFacts.CaseClosedEvent;

    internal override object EventValue => caseId;

    internal override string Actor => nurse;

    internal override async Task<bool> IsMoot(RecordsContext records, CancellationToken stop) =>
        (await records.Cases.FindAsync([caseId], stop))?.Status == CaseStatus.Closed;

    internal override async Task Settle(TurnLedger ledger, TurnTime now, bool answered, CancellationToken stop)
    {
        var file = (await ledger.Records.Cases.FindAsync([caseId], stop))!;
        file.Status = CaseStatus.Closed;
        file.ClosedBy = nurse;
        file.ClosedAt = now.There;
        file.Outcome = outcome;
        ledger.Records.CaseEvents.Add(CaseChain.Append(file, "closed", now.There, nurse, outcome));
        ledger.Records.Audit.Add(
            new AuditRow
            {
                At = now.Here,
                Actor = nurse,
                Kind = "case-closed",
                Detail = "",
                ConversationId = file.ConversationId,
                CaseId = file.Id,
            }
        );
    }
}
