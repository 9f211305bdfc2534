using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Answers;

/// <summary>What a follow-up's answer changes in an observation that was reported elsewhere.</summary>
internal static class Settled
{
    public static Observation By(Question question, Answer answer, Observation o)
    {
        // A question is about the patient: its answer says nothing of somebody else's finding.
        if (o.Question == question.Id || o.Who != Who.Patient)
        {
            return o;
        }

        if (o.Polarity == Polarity.Present && question.Details.Contains(o.Finding))
        {
            o = WithDetail(question, answer, o);
        }

        if (IsUnclear(o) && question.SettlesBaseline.Contains(o.Finding))
        {
            o = answer is Answer.Yes ? o with { When = When.BeforeProcedure } : o with { Trend = Trend.Unknown };
        }

        return o.Polarity == Polarity.Unsure && question.SettlesDoubt.Contains(o.Finding)
            ? WithoutDoubt(question, answer, o)
            : o;
    }

    /// <summary>"The same as always", said of a finding without a time.</summary>
    public static bool IsUnclear(Observation o) =>
        o is { Polarity: Polarity.Present, Trend: Trend.Same, When: When.Unknown };

    private static Observation WithDetail(Question question, Answer answer, Observation o)
    {
        var finds = answer switch
        {
            Answer.Chosen chosen => question.Options.FirstOrDefault(option => option.Id == chosen.Option)?.Finds ?? [],
            Answer.Yes => question.Yes,
            _ => [],
        };
        return finds.FirstOrDefault(find => find.Finding == o.Finding) is not { } detail
            ? o
            : o with
            {
                Where = o.Where == Where.Unknown ? detail.Where : o.Where,
                Trend = o.Trend == Trend.Unknown ? detail.Trend : o.Trend,
                When = o.When == When.Unknown ? detail.When : o.When,
                Severity = o.Severity == Severity.Unknown ? detail.Severity : o.Severity,
            };
    }

    private static Observation WithoutDoubt(Question question, Answer answer, Observation o)
    {
        Polarity? settled = answer switch
        {
            Answer.Yes => Polarity.Present,
            Answer.No => Polarity.Absent,
            Answer.Selected selected => Among(id => selected.Options.Contains(id)),
            Answer.Chosen chosen => Among(id => id == chosen.Option),
            _ => null,
        };
        return settled is { } polarity ? o with { Polarity = polarity } : o;

        Polarity Among(Func<string, bool> isTicked) =>
            question.Options.Any(option =>
                isTicked(option.Id) && option.Claims.Any(claim => claim.Finding == o.Finding)
            )
                ? Polarity.Present
                : Polarity.Absent;
    }
}
