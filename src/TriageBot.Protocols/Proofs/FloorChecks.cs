using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// Holds a protocol against the floor. Every single answer and every kind of free text is weighed, alone and beside what
/// may be known beforehand, and what a rule of the floor reads together is weighed together. That more said never lowers a
/// route is proved elsewhere; both make sure that nothing above the least leads below the floor.
/// </summary>
internal sealed class FloorChecks
{
    private readonly Protocol protocol;
    private readonly Floor floor;
    private readonly BoundFloor bound;
    private readonly Docket docket;
    private readonly ImmutableArray<Turn> causes;
    private readonly ImmutableArray<AnswerSheet> beginnings;

    public FloorChecks(Protocol protocol, Floor floor, Docket docket)
    {
        this.protocol = protocol;
        this.floor = floor;
        this.docket = docket;
        bound = new BoundFloor(floor, protocol);
        IReadOnlyList<Protocol> both = [protocol, bound.Protocol];
        var partition = new Partition(both);
        beginnings = partition.Beginnings;
        causes =
        [
            .. Sayings.Of(both, partition).Select(Turn.Of),
            .. protocol.Questions.SelectMany(q => partition.Of(q).Select(answer => Turn.Of(q.Id, answer))),
        ];
    }

    public void Check()
    {
        CheckHead();
        foreach (var beginning in beginnings)
        {
            foreach (var cause in causes)
            {
                CheckAlone(cause, After(beginning, cause));
            }
        }

        foreach (var fact in Partition.LaterFacts)
        {
            CheckRules(AnswerSheet.Empty.Knowing(fact, "yes"), []);
        }

        foreach (var rule in bound.Rules.Where(rule => Joins(rule.When)))
        {
            CheckTogether(rule);
        }

        new FloorQuestions(protocol, floor, docket).Check(
            bound.FollowUps,
            causes.Select(cause => (cause, After(AnswerSheet.Empty, cause)))
        );
    }

    private void CheckHead()
    {
        if (protocol.Unfinished < new Disposition(Route.Callback, TimeSpan.FromHours(1)))
        {
            docket.Add(
                ProofCode.BelowFloor,
                "a check-in that is not finished must be a callback within an hour at least; mend unfinished:",
                []
            );
        }

        foreach (var finding in floor.NeverWaits.Except(protocol.NeverWaits))
        {
            docket.Add(
                ProofCode.MayWait,
                $"a callback for '{finding}' must not be put off to the morning; add it to never-waits:",
                []
            );
        }
    }

    private AnswerSheet After(AnswerSheet sheet, Turn turn) =>
        turn.Question is { } id ? sheet.With(id, turn.Answer!) : Script.Hear(protocol, sheet, turn.Said);

    private void CheckAlone(Turn cause, AnswerSheet sheet)
    {
        var assessment = CheckRules(sheet, [cause]);
        if (assessment.Disposition.Route != Route.Emergency)
        {
            return;
        }

        var least = Triage.Assess(bound.Protocol, sheet);
        if (least.Instruction is { } text && assessment.Instruction != text)
        {
            docket.Add(
                ProofCode.WrongInstruction,
                assessment.Reasons[0].Rule,
                $"the emergency text '{assessment.Instruction}' would be sent, and '{text}' fits: "
                    + $"mend instruction: of rule '{assessment.Reasons[0].Rule.Id}', or the order of instructions:",
                [cause]
            );
        }
    }

    private Assessment CheckRules(AnswerSheet sheet, ImmutableArray<Turn> example)
    {
        var assessment = Triage.Assess(protocol, sheet);
        var ruled = Situation.RuledBy(assessment);
        var judge = new Judge(protocol, sheet);
        foreach (var rule in bound.Rules.Where(rule => ruled < rule.Disposition && judge.Holds(rule.When)))
        {
            Report(rule, assessment, example);
        }

        return assessment;
    }

    /// <summary>What a rule reads together is put together, each two of what its comparisons hold for.</summary>
    private void CheckTogether(Rule rule)
    {
        var leaves = Conditions.Leaves(rule.When).ToList();
        var parts = causes
            .Where(cause =>
            {
                var judge = new Judge(protocol, After(AnswerSheet.Empty, cause));
                return leaves.Exists(judge.Holds) && !judge.Holds(rule.When);
            })
            .ToList();
        foreach (var first in parts)
        {
            foreach (var second in parts)
            {
                var sheet = After(After(AnswerSheet.Empty, first), second);
                if (new Judge(protocol, sheet).Holds(rule.When))
                {
                    CheckOne(rule, sheet, [first, second]);
                }
            }

            foreach (var beginning in beginnings.Skip(1))
            {
                CheckOne(rule, After(beginning, first), [first]);
            }
        }
    }

    private void CheckOne(Rule rule, AnswerSheet sheet, ImmutableArray<Turn> example)
    {
        var assessment = Triage.Assess(protocol, sheet);
        if (Situation.RuledBy(assessment) < rule.Disposition && new Judge(protocol, sheet).Holds(rule.When))
        {
            Report(rule, assessment, example);
        }
    }

    private void Report(Rule floorRule, Assessment assessment, ImmutableArray<Turn> example)
    {
        var why = floorRule.Source is Source.Addition { Because: var because } ? because : "";
        var message =
            $"this leads to {Name(Situation.RuledBy(assessment))}, and must be {Name(floorRule.Disposition)} at least "
            + $"(floor '{floorRule.Id}': {why}); write a rule, or mend the one here";
        var (file, line) = PlaceOf(floorRule, assessment, example);
        docket.Add(ProofCode.BelowFloor, floorRule.Id, file, line, message, example);
    }

    /// <summary>The rule that holds and leads not far enough; else what speaks of the same; else the protocol.</summary>
    private (string File, int Line) PlaceOf(Rule floorRule, Assessment assessment, ImmutableArray<Turn> example)
    {
        var read = Conditions
            .Leaves(floorRule.When)
            .OfType<Condition.Has>()
            .SelectMany(has => has.Findings)
            .ToHashSet();
        var rule =
            assessment.Reasons.FirstOrDefault()?.Rule
            ?? protocol.Rules.FirstOrDefault(rule =>
                Conditions.Leaves(rule.When).OfType<Condition.Has>().Any(has => has.Findings.Any(read.Contains))
            );
        var question = protocol.Questions.FirstOrDefault(q => example.Any(turn => turn.Question == q.Id));
        return rule is not null ? (rule.File, rule.Line)
            : question is not null ? (question.File, question.Line)
            : ($"{protocol.Id}.yaml", 1);
    }

    private static bool Joins(Condition condition) =>
        condition switch
        {
            Condition.All => true,
            Condition.Any any => any.Parts.Any(Joins),
            Condition.Not not => Joins(not.Part),
            _ => false,
        };

    private static string Name(Disposition disposition) =>
        disposition switch
        {
            { Route: Route.Emergency } => "emergency",
            { Route: Route.Callback, Within: { } within } => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"a callback within {within.TotalHours:0.##}h"
            ),
            _ => "nothing",
        };
}
