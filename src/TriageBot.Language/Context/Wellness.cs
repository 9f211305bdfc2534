using TriageBot.Language.Lexicons;
using TriageBot.Language.Matching;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>
/// Weighs phrases that say that all is well against those that say that it is not and share words with them: of "short of
/// breath same as before" the breath is short, though "breath same as before" alone is well.
/// </summary>
internal sealed class Wellness
{
    /// <summary>A phrase that begins so many words before another one shares none with it that matter.</summary>
    private const int Reach = 12;

    private readonly Lexicon lexicon;
    private readonly ILookup<int, Hit> complaintsAt;

    /// <param name="lexicon">What the hits stand for.</param>
    /// <param name="hits">All phrases of the text.</param>
    public Wellness(Lexicon lexicon, ReadOnlySpan<Hit> hits)
    {
        this.lexicon = lexicon;
        var complaints = new List<Hit>();
        foreach (var hit in hits)
        {
            if (
                !hit.Negated
                && lexicon.Entries[hit.Entry]
                    is Entry.Finding { Yields: Yielding.Never, Alone: false, Observation.Polarity: not Polarity.Absent }
            )
            {
                complaints.Add(hit);
            }
        }

        complaintsAt = complaints.ToLookup(hit => hit.Start);
    }

    /// <summary>True where a complaint about the same began before the phrase of health and goes on into it.</summary>
    public bool IsOutweighed(Hit well, string finding)
    {
        for (var start = Math.Max(0, well.Start - Reach); start < well.Start; start++)
        {
            foreach (var complaint in complaintsAt[start])
            {
                if (
                    complaint.Overlaps(well)
                    && !PassesOver(complaint, well)
                    && lexicon.Entries[complaint.Entry] is Entry.Finding other
                    && other.Observation.Finding == finding
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>"It quit leaking": between "it" and "leaking" the complaint passes over the very word that takes it back.</summary>
    private static bool PassesOver(Hit complaint, Hit well)
    {
        var shared = complaint.End - well.Start;
        var wellInside = shared >= 64 ? well.Words : well.Words & ((1UL << shared) - 1);
        return ((wellInside << (well.Start - complaint.Start)) & ~complaint.Words) != 0;
    }
}
