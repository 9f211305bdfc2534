using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols;

/// <summary>One rule that fired.</summary>
/// <param name="Rule">The rule; its <see cref="Rule.About"/> is the finding that the patient is told.</param>
public sealed record Reason(Rule Rule);

/// <summary>What the clinical rules say about a check-in as far as it went.</summary>
/// <param name="Disposition">The most urgent route that anything reaches.</param>
/// <param name="Reasons">The rules that fired, most urgent first; empty for self-care and for the merely unfinished.</param>
/// <param name="Next">The question that is still open, or null where the script is done.</param>
public sealed record Assessment(Disposition Disposition, ImmutableArray<Reason> Reasons, Questions.Question? Next)
{
    /// <summary>What the sheet says about findings: what was weighed.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The emergency text to send first, where several reasons name one; null below emergency.</summary>
    public string? Instruction { get; init; }

    /// <summary>
    /// True where a rule asks for a nurse, or the script is done and self-care is not where it ended: a case must stand in
    /// the same transaction.
    /// </summary>
    public bool NeedsCase =>
        Reasons.Any(reason => reason.Rule.Disposition.Route > Route.SelfCare)
        || (Next is null && Disposition.Route > Route.SelfCare);
}

/// <summary>The clinical rule: the one place that decides where a case goes.</summary>
public static class Triage
{
    /// <summary>
    /// Weighs a sheet. It starts from "a nurse calls you"; only a script that is done, with every asked question answered
    /// and understood and no rule against it, is lowered to self-care.
    /// </summary>
    public static Assessment Assess(Protocol protocol, AnswerSheet sheet) =>
        Assess(protocol, sheet, new Judge(protocol, sheet));

    /// <summary>The same, by a judge who has read the sheet already.</summary>
    internal static Assessment Assess(Protocol protocol, AnswerSheet sheet, Judge judge)
    {
        var reasons = ReasonsOf(protocol, judge);
        var next = Script.NextQuestion(protocol, sheet, judge, reasons);
        return new Assessment(Weigh(), reasons, next)
        {
            Evidence = judge.Evidence,
            Instruction = reasons.IsEmpty
                ? null
                : protocol.Instructions.FirstOrDefault(id => reasons.Any(reason => reason.Rule.Instruction == id)),
        };

        Disposition Weigh()
        {
            var ruled = reasons.IsEmpty ? Disposition.SelfCare : reasons[0].Rule.Disposition;
            if (next is not null)
            {
                // A rule that speaks for a callback is more exact than "unfinished": 4h stays 4h while the script runs.
                return ruled.Route > Route.SelfCare ? ruled : protocol.Unfinished;
            }

            var understood = Script.AllUnderstood(protocol, sheet, judge, reasons);
            return understood ? ruled : Disposition.Max(ruled, protocol.Unfinished);
        }
    }

    private static ImmutableArray<Reason> ReasonsOf(Protocol protocol, Judge judge)
    {
        var fired = new List<Rule>();
        foreach (var rule in protocol.Rules)
        {
            if (judge.Holds(rule.When))
            {
                fired.Add(rule);
            }
        }

        return [.. fired.OrderByDescending(rule => rule.Disposition).Select(rule => new Reason(rule))];
    }

    /// <summary>What the rules alone say, without "unfinished".</summary>
    internal static Disposition Ruled(Protocol protocol, AnswerSheet sheet)
    {
        var judge = new Judge(protocol, sheet);
        return protocol
            .Rules.Where(rule => judge.Holds(rule.When))
            .Select(rule => rule.Disposition)
            .Aggregate(Disposition.SelfCare, Disposition.Max);
    }

    /// <summary>The care at home that fits what was told, in the order in which it is said.</summary>
    public static ImmutableArray<Advice> Advise(Protocol protocol, AnswerSheet sheet)
    {
        var judge = new Judge(protocol, sheet);
        return [.. protocol.Advice.Where(advice => advice.When is null || judge.Holds(advice.When))];
    }
}
