using TriageBot.Language.Matching;

namespace TriageBot.Language.Context;

/// <summary>A "no" or "cannot" that belongs to a finding and denies nothing: "no feeling", "can't move".</summary>
internal static class OwnNo
{
    /// <summary>The "no longer" of "no longer can feel my foot" is a part of the finding and not its denial.</summary>
    public static bool IsSharedWith(Passage passage, CueAt denial, FindingAt finding) =>
        finding.Hit.Start < denial.Hit.End
        && passage.Grammar.Strengthened.Contains(passage.Tokens[finding.Hit.Start].Text);

    /// <summary>The "nada" of "no me sale nada" strengthens the "no" inside the finding.</summary>
    public static bool IsIn(Passage passage, FindingAt finding)
    {
        for (var i = finding.Hit.Start; i < finding.Hit.End; i++)
        {
            if (passage.Grammar.Strengthened.Contains(passage.Tokens[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where one of the phrase's own words is a "no" or "cannot".</summary>
    public static bool IsNamedBy(Passage passage, Hit hit)
    {
        for (var i = hit.Start; i < hit.End; i++)
        {
            if (
                ((hit.Words >> (i - hit.Start)) & 1) != 0
                && passage.Grammar.Strengthened.Contains(passage.Tokens[i].Text)
            )
            {
                return true;
            }
        }

        return false;
    }
}
