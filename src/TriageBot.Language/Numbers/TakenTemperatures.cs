using TriageBot.Language.Context;

namespace TriageBot.Language.Numbers;

/// <summary>"Took it twice, 100.9": what was taken twice is a temperature and no pill.</summary>
internal static class TakenTemperatures
{
    private const string Overdose = "overdose";

    /// <summary>The lexicon's request for "I took the pills": where they are named, "it" may be one of them.</summary>
    private const string TookPills = "took_pills";

    /// <summary>"Took it twice" is three words; a longer phrase names what was taken.</summary>
    private const int LongestOfIt = 4;

    /// <summary>Takes out what only a reading beside it explains.</summary>
    public static void TakeOut(Passage passage, IEnumerable<NumberAt> readings)
    {
        if (passage.Requests.Exists(request => request.Id == TookPills))
        {
            return;
        }

        passage.Findings.RemoveAll(finding =>
            finding.Observation.Finding == Overdose
            && SaysIt(passage, finding)
            && readings.Any(number => passage.Clauses.SameSentence(number.Start, finding.Hit.Start))
        );
    }

    private static bool SaysIt(Passage passage, FindingAt finding) =>
        finding.Hit.Length <= LongestOfIt
        && passage
            .Tokens.Skip(finding.Hit.Start)
            .Take(finding.Hit.Length)
            .Any(token => passage.Grammar.Resumes.Contains(token.Text));
}
