using TriageBot.Language.Lexicons;
using TriageBot.Language.Matching;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>What is denied among words that say something together, and where that takes back what they say.</summary>
internal sealed class NearDenials(Passage passage)
{
    private Dictionary<int, Hit>? denials;
    private HashSet<int>? ownNos;

    private Dictionary<int, Hit> DenialsAt
    {
        get
        {
            if (denials is null)
            {
                denials = [];
                foreach (var cue in passage.Cues.Where(cue => cue.Kind is CueKind.Denies or CueKind.DeniesBefore))
                {
                    denials.TryAdd(cue.Hit.Start, cue.Hit);
                }
            }

            return denials;
        }
    }

    /// <summary>True where something is denied between the words.</summary>
    public bool AreInside(Hit whole)
    {
        for (var i = whole.Start + 1; i < whole.End - 1; i++)
        {
            if (
                DenialsAt.TryGetValue(i, out var denial)
                && denial.End < whole.End
                && !whole.Overlaps(denial)
                && !IsPartedFromNext(denial, whole)
                && !IsOwn(denial)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "Not weak, just a buzz in my foot", "weak no, just the hand": what is denied on its own says nothing of what stands behind
    /// the comma.
    /// </summary>
    public bool StandAlone(Hit whole)
    {
        for (var i = whole.Start - 1; i >= Math.Max(0, whole.Start - 4); i--)
        {
            if (DenialsAt.TryGetValue(i, out var denial))
            {
                return denial.End == whole.Start && IsPartedFromNext(denial with { End = whole.Start + 1 }, whole);
            }
        }

        var next = whole.Start + 1;
        while (next < whole.End && ((whole.Words >> (next - whole.Start)) & 1) != 0)
        {
            next++;
        }

        return DenialsAt.TryGetValue(next, out var answer)
            && answer.End < whole.End
            && passage.Tokens[answer.End].Before != Break.None;
    }

    /// <summary>"Burned both shins and didn't know, can't feel them": behind the comma another statement begins.</summary>
    private bool IsPartedFromNext(Hit denial, Hit whole)
    {
        for (var i = denial.End; i < whole.End; i++)
        {
            if (passage.Tokens[i].Before >= Break.Comma)
            {
                return true;
            }

            if (((whole.Words >> (i - whole.Start)) & 1) != 0)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The "no" of "no me responde" belongs to what another phrase says, and denies nothing behind it.</summary>
    private bool IsOwn(Hit denial)
    {
        ownNos ??=
        [
            .. passage
                .Findings.Where(f => f is { Hit.Negated: false, IsDenied: false })
                .SelectMany(f => OwnNo.Named(passage, f.Hit)),
        ];
        return ownNos.Contains(denial.Start);
    }
}
