using TriageBot.Language.Matching;

namespace TriageBot.Language.Context;

/// <summary>Which words longer phrases have taken.</summary>
internal sealed class Cover(int tokens)
{
    private Taken?[]? at;

    /// <summary>False where a longer phrase has all of the words, or where the same thing was said by some of them.</summary>
    public bool Take(Hit hit, string id)
    {
        at ??= new Taken?[tokens];
        for (var i = hit.Start; i < hit.End; i++)
        {
            for (var taken = at[i]; taken is not null; taken = taken.Below)
            {
                var isHarmless = taken.Id.Length == 0 && id.Length > 0;
                if (
                    (taken.Hit.Covers(hit) && !hit.Covers(taken.Hit))
                    || ((isHarmless || taken.Id == id) && taken.Hit.Overlaps(hit))
                )
                {
                    return false;
                }
            }
        }

        for (var i = hit.Start; i < hit.End; i++)
        {
            at[i] = new Taken(hit, id, at[i]);
        }

        return true;
    }

    /// <summary>True where one of the words is taken.</summary>
    public bool Meets(Hit hit)
    {
        for (var i = hit.Start; i < hit.End && at is not null; i++)
        {
            for (var taken = at[i]; taken is not null; taken = taken.Below)
            {
                if (taken.Hit.Overlaps(hit))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True where a phrase that is not harmless has all of the words.</summary>
    public bool Hides(Hit hit)
    {
        for (var taken = at?[hit.Start]; taken is not null; taken = taken.Below)
        {
            if (taken.Id.Length > 0 && taken.Hit.Covers(hit))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Taken(Hit Hit, string Id, Taken? Below);
}
