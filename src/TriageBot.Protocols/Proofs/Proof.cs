using System.Collections.Immutable;
using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Proofs;

/// <summary>Proves of one protocol that no check-in goes astray, by going through all of them.</summary>
public static class Proof
{
    /// <summary>A patient who is well is not asked more than this.</summary>
    private const int MostClearQuestions = 7;

    /// <summary>Beyond so many situations a protocol is too entangled to be proved, and so to be trusted.</summary>
    private const int MostSituations = 100_000;

    /// <summary>
    /// Proves every protocol, and that none goes below the floor; of protocols that ask and rule alike the first, for all.
    /// </summary>
    public static ImmutableArray<ProofReport> OfAll(IEnumerable<Protocol> protocols)
    {
        var proved = new Dictionary<string, ProofReport>(StringComparer.Ordinal);
        return [.. protocols.Select(Prove)];

        ProofReport Prove(Protocol protocol)
        {
            var logic = Logic.Of(protocol);
            if (!proved.TryGetValue(logic, out var report))
            {
                proved[logic] = report = Of(protocol, Floor.Shipped);
            }

            return report with
            {
                Protocol = protocol.Id,
                Hash = protocol.Hash,
            };
        }
    }

    /// <param name="protocol">Read without a defect.</param>
    /// <param name="floor">What it may not go below; null where it need only agree with itself.</param>
    public static ProofReport Of(Protocol protocol, Floor? floor = null)
    {
        var docket = new Docket(protocol);
        var partition = new Partition([protocol]);
        var sayings = Sayings.Of([protocol], partition);
        var clear = ClearWay.Of(protocol);
        var fired = new HashSet<string>(StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var answers = new AnswerChecks(protocol, docket);
        var texts = new TextChecks(protocol, docket);
        var situations = new SituationChecks(protocol, clear.Emergencies, fired, docket);
        var exploration = new Exploration(protocol, partition, clear.Emergencies.Select(q => q.Id), MostSituations)
        {
            OnTurn = (before, after) =>
            {
                fired.UnionWith(after.Assessment.Reasons.Select(reason => reason.Rule.Id));
                if (after.Turn is { Question: { } id, Answer: { } answer })
                {
                    answers.Check(before, protocol.Find(id)!, answer, after);
                }
                else
                {
                    texts.Check(before, after.Turn!.Said, after);
                    situations.Check(after);
                }
            },
        };
        exploration.Answer();
        exploration.Listen(sayings);
        foreach (var situation in exploration.Situations)
        {
            situations.Check(situation);
            asked.Add(situation.Assessment.Next?.Id ?? "");
        }

        answers.CheckStakes();
        var rules = new RuleChecks(protocol, partition, sayings, docket);
        rules.CheckAlarms();
        if (exploration.GaveUp)
        {
            docket.Add(
                ProofCode.TooEntangled,
                $"more than {MostSituations} situations: conditions tie too many questions together; make them simpler",
                []
            );
        }
        else
        {
            CheckUse(protocol, fired, asked, rules, docket);
        }

        CheckClear(clear, docket);
        if (floor is not null)
        {
            new FloorChecks(protocol, floor, docket).Check();
        }

        return new ProofReport(
            protocol.Id,
            protocol.Hash,
            exploration.Situations.Count,
            exploration.Turns,
            exploration.GaveUp ? 0 : exploration.CountWays(),
            protocol.Questions.Length,
            protocol.Rules.Length,
            sayings.Length,
            exploration.GaveUp ? 0 : exploration.CountMostQuestions(),
            clear.Turns.Length,
            docket.Violations
        );
    }

    private static void CheckUse(
        Protocol protocol,
        HashSet<string> fired,
        HashSet<string> asked,
        RuleChecks rules,
        Docket docket
    )
    {
        foreach (var rule in protocol.Rules.Where(rule => !fired.Contains(rule.Id) && !rules.CanFire(rule)))
        {
            docket.Add(ProofCode.DeadRule, rule, $"rule '{rule.Id}' can never hold; mend its when:, or remove it", []);
        }

        foreach (var question in protocol.Questions.Where(question => !asked.Contains(question.Id)))
        {
            docket.Add(
                ProofCode.NeverAsked,
                question,
                $"'{question.Id}' is never asked; mend its when:, or remove it",
                []
            );
        }
    }

    private static void CheckClear(ClearWay clear, Docket docket)
    {
        if (clear.Turns.Length > MostClearQuestions)
        {
            docket.Add(
                ProofCode.TooManyQuestions,
                $"{clear.Turns.Length} questions where all is clear; ask {MostClearQuestions} at most",
                clear.Turns
            );
        }

        if (clear.Assessment.Disposition != Disposition.SelfCare)
        {
            docket.Add(
                ProofCode.NoSelfCare,
                $"a patient for whom all is clear ends as {clear.Assessment.Disposition.Route}; mend rule "
                    + $"'{clear.Assessment.Reasons.FirstOrDefault()?.Rule.Id}'",
                clear.Turns
            );
        }
    }
}
