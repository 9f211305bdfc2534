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
    public static bool IsIn(Passage passage, FindingAt finding) => Among(passage, finding.Hit, ulong.MaxValue).Any();

    /// <summary>True where one of the phrase's own words is a "no" or "cannot".</summary>
    public static bool IsNamedBy(Passage passage, Hit hit) => Named(passage, hit).Any();

    /// <summary>The tokens among the phrase's own words that are a "no" or "cannot".</summary>
    public static IEnumerable<int> Named(Passage passage, Hit hit) => Among(passage, hit, hit.Words);

    /// <param name="words">Which of the hit's tokens are looked at, as bits.</param>
    private static IEnumerable<int> Among(Passage passage, Hit hit, ulong words)
    {
        for (var i = hit.Start; i < hit.End; i++)
        {
            if (((words >> (i - hit.Start)) & 1) != 0 && passage.Grammar.Strengthened.Contains(passage.Tokens[i].Text))
            {
                yield return i;
            }
        }
    }
}
