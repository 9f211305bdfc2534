using System.Collections.Immutable;
using TriageBot.Language.Lexicons;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>What becomes of each finding once all words around it are weighed.</summary>
internal static class Verdict
{
    /// <summary>The lexicon's request for "I already took the pills"; beside a wish to die it is an act done.</summary>
    private const string TookPills = "took_pills";

    /// <summary>Settles time and pain and leaves out what is nobody's and what is too slight to be the finding.</summary>
    public static IEnumerable<FindingAt> Settle(
        Passage passage,
        ReaderThresholds thresholds,
        IReadOnlyDictionary<int, decimal> scoreByClause
    )
    {
        foreach (var finding in passage.Findings.Where(f => !f.IsFiction))
        {
            if (scoreByClause.TryGetValue(passage.Clauses.ClauseOf(finding.Hit.Start), out var score))
            {
                finding.Observation = finding.Observation with { Severity = SeverityOf(score, thresholds) };
            }

            if (
                finding is { IsOver: true, Observation: { Polarity: Polarity.Present, When: When.Unknown or When.Now } }
            )
            {
                finding.Observation = finding.Observation with { When = When.SinceProcedure, Trend = Trend.Better };
            }

            if (finding is { IsOver: true, Observation: { Polarity: Polarity.Present, When: When.BeforeProcedure } })
            {
                // "The tingling I had before the surgery is gone."
                finding.Observation = finding.Observation with
                {
                    Polarity = Polarity.Absent,
                };
            }

            if (IsSorenessElsewhere(finding))
            {
                continue;
            }

            if (finding.Observation.Finding == "suicidal")
            {
                // Severe is an act that was done, and no word of degree around a thought makes one of it.
                finding.Observation = finding.Observation with
                {
                    Severity = passage.Requests.Exists(request => request.Id == TookPills)
                        ? Severity.Severe
                        : finding.Entry.Observation.Severity,
                };
            }

            if (PainOf(finding.Observation) is { } settled)
            {
                finding.Observation = settled;
                yield return finding;
            }
        }
    }

    /// <summary>"Sore" alone is the incision's, and beside a leg or an arm the leg's or the arm's.</summary>
    private static bool IsSorenessElsewhere(FindingAt finding) =>
        finding.Entry.Yields == Yielding.ToAll
        && finding.Observation
            is {
                Finding: "incision_pain",
                Where: Where.Limb or Where.BothLegs or Where.Face,
                Polarity: Polarity.Present
            };

    /// <summary>
    /// Back pain is two findings by how bad it is. Rib pain is one only if it is bad: of unsaid severity it is in doubt, and
    /// mild it is left out.
    /// </summary>
    private static Observation? PainOf(Observation o)
    {
        var bad = o.Severity == Severity.Severe || o.Trend == Trend.Worse;
        return o switch
        {
            { Polarity: not Polarity.Present } => o,
            { Finding: "back_pain_mild" } when bad => o with { Finding = "back_pain_severe" },
            { Finding: "rib_pain_severe" } when bad => o,
            { Finding: "rib_pain_severe", Severity: Severity.Unknown } => o with { Polarity = Polarity.Unsure },
            { Finding: "rib_pain_severe" } => null,
            // "3 of 10, but worse than before"
            { Finding: "back_pain_severe", Trend: Trend.Worse } => o,
            { Finding: "back_pain_severe", Trend: Trend.Better }
            or { Finding: "back_pain_severe", Severity: Severity.Mild } => o with
            {
                Finding = "back_pain_mild",
            },
            _ => o,
        };
    }

    private static Severity SeverityOf(decimal score, ReaderThresholds thresholds) =>
        score >= thresholds.SeverePain ? Severity.Severe
        : score <= 3 ? Severity.Mild
        : Severity.Moderate;
}
