using TriageBot.Language.Context;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Numbers;

/// <summary>"Took it twice, 100.9": what was taken twice is likely a temperature and no pill; the bot asks.</summary>
internal static class TakenTemperatures
{
    private const string Overdose = "overdose";

    /// <summary>The lexicon's request for "I took the pills": where they are named, "it" may be one of them.</summary>
    private const string TookPills = "took_pills";

    /// <summary>"Took it twice" is three words; a longer phrase names what was taken.</summary>
    private const int LongestOfIt = 4;

    /// <summary>Puts in doubt what a reading beside it explains as well. It is not taken out: "it" may still be a pill.</summary>
    public static void PutInDoubt(Passage passage, IEnumerable<NumberAt> readings)
    {
        if (passage.Requests.Exists(request => request.Id == TookPills))
        {
            return;
        }

        foreach (
            var finding in passage.Findings.Where(finding =>
                finding is { Observation: { Finding: Overdose, Polarity: Polarity.Present } }
                && SaysIt(passage, finding)
                && readings.Any(number => passage.Clauses.SameSentence(number.Start, finding.Hit.Start))
            )
        )
        {
            finding.Mark(o => o with { Polarity = Polarity.Unsure }, null);
        }
    }

    private static bool SaysIt(Passage passage, FindingAt finding) =>
        finding.Hit.Length <= LongestOfIt
        && passage
            .Tokens.Skip(finding.Hit.Start)
            .Take(finding.Hit.Length)
            .Any(token => passage.Grammar.Resumes.Contains(token.Text));
}
