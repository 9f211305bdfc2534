using TriageBot.Language.Words;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>What an "it went away" makes of a finding.</summary>
internal static class Endings
{
    /// <summary>"My fever is gone" denies it; "I had a fever last night, it went away" tells of one since the procedure.</summary>
    public static void Note(Passage passage, CueAt cue, FindingAt finding)
    {
        var isTold =
            finding.Hit.End <= cue.Hit.Start
            && IsParted(passage, finding.Hit.End, cue.Hit.Start)
            && finding.Observation is { When: When.Unknown or When.Now, Polarity: Polarity.Present };
        if (isTold)
        {
            finding.Mark(o => o with { When = When.SinceProcedure }, cue.Phrase);
        }
        else
        {
            finding.IsOver = true;
        }
    }

    /// <summary>True where a comma or the beginning of a clause stands between the two tokens.</summary>
    private static bool IsParted(Passage passage, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (passage.Tokens[i].Before != Break.None || !passage.Clauses.SameClause(i, from - 1))
            {
                return true;
            }
        }

        return false;
    }
}
