using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// What must hold for a rule whatever else is on the sheet. A rule reads a few findings and questions and nothing else, so
/// only those can take its verdict back: it is enough to put each of them, and each two, beside what fires it.
/// </summary>
internal sealed class RuleChecks(
    Protocol protocol,
    Partition partition,
    ImmutableArray<ImmutableArray<Observation>> sayings,
    Docket docket
)
{
    /// <summary>Emergencies stay emergencies, in whatever order they are told and whatever else is.</summary>
    public void CheckAlarms()
    {
        foreach (var (turn, sheet) in Causes())
        {
            var alone = Triage.Assess(protocol, sheet);
            if (alone.Disposition.Route != Route.Emergency)
            {
                continue;
            }

            var rule = alone.Reasons[0].Rule;
            var beside = Beside(rule, turn).ToList();
            foreach (var other in beside)
            {
                CheckStays(rule, turn, sheet, other);
            }
        }
    }

    /// <summary>Looks for a sheet on which a rule holds that no check-in with one text reached.</summary>
    public bool CanFire(Rule rule)
    {
        var leaves = Conditions.Leaves(rule.When).OfType<Condition.Has>().ToList();
        var said = sayings
            .Where(said => said is [var o] && leaves.Exists(leaf => leaf.Findings.Contains(o.Finding)))
            .ToList();
        return said.Exists(first => Holds(first) || said.Exists(second => Holds([.. first, .. second])));

        bool Holds(ImmutableArray<Observation> all) =>
            Triage.Assess(protocol, AnswerSheet.Empty.Hear(all)).Reasons.Any(reason => reason.Rule.Id == rule.Id);
    }

    private IEnumerable<(Turn Turn, AnswerSheet Sheet)> Causes() =>
        sayings
            .Select(said => (Turn.Of(said), AnswerSheet.Empty.Hear(said)))
            .Concat(
                protocol.Questions.SelectMany(question =>
                    partition
                        .Of(question)
                        .Select(answer => (Turn.Of(question.Id, answer), AnswerSheet.Empty.With(question.Id, answer)))
                )
            );

    /// <summary>What the rule reads beside the turn that fired it.</summary>
    private IEnumerable<Turn> Beside(Rule rule, Turn cause)
    {
        var leaves = Conditions.Leaves(rule.When).ToList();
        var findings = leaves
            .OfType<Condition.Has>()
            .SelectMany(leaf => leaf.Findings)
            .ToHashSet(StringComparer.Ordinal);
        var asked = leaves
            .Select(leaf => leaf is Condition.AnswerIs answer ? answer.Question : (leaf as Condition.ScaleIs)?.Question)
            .ToHashSet();
        var readsTemperature = leaves.Exists(leaf => leaf is Condition.TemperatureIs);
        var answers = protocol
            .Questions.Where(q => q.Id != cause.Question && !IsFollowUpOn(q, cause) && Concerns(q))
            .SelectMany(q => partition.Of(q).Select(answer => Turn.Of(q.Id, answer)));
        return sayings
            .Where(said => said.Any(o => findings.Contains(o.Finding) || (readsTemperature && o.Celsius is not null)))
            .Select(Turn.Of)
            .Concat(answers);

        bool Concerns(Question q) =>
            asked.Contains(q.Id)
            || (readsTemperature && q.Kind == QuestionKind.Temperature)
            || q.Claims.Any(claim => findings.Contains(claim.Finding))
            || q.Details.Concat(q.SettlesDoubt).Concat(q.SettlesBaseline).Any(findings.Contains);
    }

    /// <summary>True where the answer may rightly say of the very words that they mean less.</summary>
    private static bool IsFollowUpOn(Question question, Turn cause) =>
        cause.Said.Any(o =>
            (o.Polarity == Polarity.Unsure && question.SettlesDoubt.Contains(o.Finding))
            || (Settled.IsUnclear(o) && question.SettlesBaseline.Contains(o.Finding))
        );

    private void CheckStays(Rule rule, Turn cause, AnswerSheet sheet, Turn other)
    {
        var first = other.Question is { } id
            ? AnswerSheet.Empty.With(id, other.Answer!)
            : AnswerSheet.Empty.Hear(other.Said);
        var before = other.Question is { } q ? sheet.With(q, other.Answer!) : Script.Hear(protocol, sheet, other.Said);
        var after = cause.Question is { } c ? first.With(c, cause.Answer!) : Script.Hear(protocol, first, cause.Said);
        var broken =
            !IsAlarm(after) ? [other, cause]
            : !IsAlarm(before) ? (ImmutableArray<Turn>)[cause, other]
            : [];
        if (!broken.IsEmpty)
        {
            docket.Add(
                ProofCode.EmergencyLost,
                rule,
                $"emergency rule '{rule.Id}' does not hold any more beside another answer or finding; mend its when:",
                broken
            );
        }
    }

    private bool IsAlarm(AnswerSheet sheet) => Triage.Assess(protocol, sheet).Disposition.Route == Route.Emergency;
}
