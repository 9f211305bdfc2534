using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Proofs;

/// <summary>What must hold for every finding in free text, in every situation in which it can arrive.</summary>
internal sealed class TextChecks(Protocol protocol, Docket docket)
{
    private readonly Dictionary<ImmutableArray<Observation>, Disposition> alone = [];

    public void Check(Situation before, ImmutableArray<Observation> said, Situation after)
    {
        if (said.All(o => o.Polarity == Polarity.Absent))
        {
            return;
        }

        var lowered = after.Ruled < before.Ruled;
        if (lowered)
        {
            docket.Add(
                ProofCode.FindingLowers,
                before.Assessment.Reasons[0].Rule,
                $"one more finding takes the route of '{before.Assessment.Reasons[0].Rule.Id}' back; mend its when:",
                after.Way()
            );
        }

        var worth = Alone(said);
        if (after.Ruled < worth && !lowered)
        {
            var rule = Triage.Assess(protocol, AnswerSheet.Empty.Hear(said)).Reasons[0].Rule;
            docket.Add(
                worth.Route == Route.Emergency ? ProofCode.EmergencyLost : ProofCode.FindingLowers,
                rule,
                $"rule '{rule.Id}' holds for the finding alone, but not beside what was answered before; mend its when:",
                after.Way()
            );
        }
    }

    /// <summary>Where the words lead by themselves.</summary>
    private Disposition Alone(ImmutableArray<Observation> said)
    {
        if (!alone.TryGetValue(said, out var disposition))
        {
            alone[said] = disposition = Situation.RuledBy(Triage.Assess(protocol, AnswerSheet.Empty.Hear(said)));
        }

        return disposition;
    }
}
