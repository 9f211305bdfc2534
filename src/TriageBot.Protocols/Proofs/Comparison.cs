using System.Collections.Immutable;
using System.Numerics;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Proofs;

/// <summary>Answers for which two versions of a protocol come to different ends.</summary>
/// <param name="From">Where the old version sends them.</param>
/// <param name="To">Where the new version sends them.</param>
/// <param name="Classes">How many kinds of answers, each in its situation, make the difference.</param>
/// <param name="Example">The shortest check-in that shows it.</param>
public sealed record Move(Disposition From, Disposition To, int Classes, ImmutableArray<Turn> Example);

/// <summary>What changes for patients between two versions of a protocol, over all check-ins that either allows.</summary>
/// <param name="Moves">By the old and the new end, the moves to a less urgent end first.</param>
/// <param name="Situations">Points of check-ins looked at.</param>
/// <param name="Changed">Check-ins without free text that end differently …</param>
/// <param name="Ways">… of so many.</param>
/// <param name="Added">Ids of rules and questions that only the new version has.</param>
/// <param name="Removed">Ids of rules and questions that only the old version has.</param>
public sealed record Comparison(
    ImmutableArray<Move> Moves,
    int Situations,
    BigInteger Changed,
    BigInteger Ways,
    ImmutableArray<string> Added,
    ImmutableArray<string> Removed
)
{
    /// <summary>Plays both versions over the same answers; a question that one of them has alone is answered in all ways.</summary>
    public static Comparison Of(Protocol old, Protocol @new)
    {
        var walk = new DoubleWalk(old, @new);
        walk.Run();
        return new Comparison(
            [.. walk.Moves.OrderBy(move => move.To.CompareTo(move.From)).ThenByDescending(move => move.Classes)],
            walk.Situations,
            walk.Changed,
            walk.Ways,
            [.. Ids(@new).Except(Ids(old)).Order(StringComparer.Ordinal)],
            [.. Ids(old).Except(Ids(@new)).Order(StringComparer.Ordinal)]
        );
    }

    private static IEnumerable<string> Ids(Protocol protocol) =>
        protocol
            .Rules.Select(rule => $"rule {rule.Id}")
            .Concat(protocol.Questions.Select(question => $"question {question.Id}"));
}
