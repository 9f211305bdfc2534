using System.Collections.Immutable;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Questions;

/// <summary>What a question or an option puts to the patient, finding by finding, with the attributes it names.</summary>
internal static class Claim
{
    public static ImmutableArray<Observation> Of(ImmutableArray<Observation> finds, ImmutableArray<string> asks) =>
        [
            .. finds,
            .. asks.Where(Vocabulary.Findings.Contains)
                .Where(id => !finds.Any(find => find.Finding == id))
                .Select(id => new Observation(id)),
        ];

    /// <summary>True where an observation heard in free text answers the claim, so that it need not be asked.</summary>
    public static bool IsTold(Observation claim, Observation heard) =>
        heard.Finding == claim.Finding
        && heard.Who == Who.Patient
        && heard.When != When.Hypothetical
        && heard.Polarity switch
        {
            Polarity.Absent => Covers(heard.Where, claim.Where) && Covers(heard.Trend, claim.Trend),
            Polarity.Present => (claim.Where == Where.Unknown || heard.Where == claim.Where)
                && (claim.Trend == Trend.Unknown || heard.Trend != Trend.Unknown),
            _ => false,
        };

    // "No weakness" denies a weak leg; "no weakness in my arms" does not.
    private static bool Covers<T>(T denied, T claimed)
        where T : struct, Enum => denied.Equals(default(T)) || denied.Equals(claimed);
}
