using TriageBot.Language.Lexicons;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>Takes findings back, alone or with the list that they end.</summary>
internal static class ListDenials
{
    /// <summary>"fever, chills: none" denies the whole list, "fever and chills: no" too, and "fever, cough no" the cough.</summary>
    public static void DenyBack(Passage passage, ItemLists lists, FindingAt finding, CueAt cue)
    {
        var (phrase, isAnswer) = (cue.Phrase, cue.Kind == CueKind.DeniesBefore);
        var all = isAnswer && cue.Hit.Length == 1;
        foreach (var same in passage.FindingsBetween(finding.Hit.Start, finding.Hit.Start + 1))
        {
            // Hives are a rash too.
            if (same.Hit.End == finding.Hit.End)
            {
                Deny(same, phrase);
            }
        }

        var index = passage.Findings.IndexOf(finding);
        for (var i = index - 1; i >= 0; i--)
        {
            var earlier = passage.Findings[i];
            var later = passage.Findings[i + 1];
            if (later.Hit.Start == earlier.Hit.Start && later.Hit.End == earlier.Hit.End)
            {
                Deny(earlier, phrase);
                continue;
            }

            all |= Enumerable
                .Range(earlier.Hit.End, Math.Max(0, later.Hit.Start - earlier.Hit.End))
                .Any(lists.IsJoining);
            var isName = earlier.Entry.IsName && later.Hit.Start - earlier.Hit.End <= 1;
            if (!lists.AreItems(earlier, later) || !((isName && isAnswer) || (all && lists.IsBare(earlier))))
            {
                return;
            }

            Deny(earlier, phrase);
        }
    }

    public static void Deny(FindingAt finding, string? phrase)
    {
        // A phrase that says that all is well ("breathing fine") is not turned into its opposite by a "no" before it.
        if (finding.Entry.Observation.Polarity != Polarity.Absent)
        {
            finding.Mark(o => o with { Polarity = Polarity.Absent }, phrase);
        }
    }
}
