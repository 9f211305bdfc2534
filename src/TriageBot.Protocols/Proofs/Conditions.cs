using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>Walks through conditions.</summary>
internal static class Conditions
{
    /// <summary>All conditions that decide what is asked and where a case goes.</summary>
    public static IEnumerable<Condition> Of(Protocol protocol) =>
        protocol.Rules.Select(rule => rule.When).Concat(protocol.Questions.Select(q => q.When).OfType<Condition>());

    /// <summary>The comparisons that a condition is made of.</summary>
    public static IEnumerable<Condition> Leaves(Condition condition) =>
        condition switch
        {
            Condition.All all => all.Parts.SelectMany(Leaves),
            Condition.Any any => any.Parts.SelectMany(Leaves),
            Condition.Not not => Leaves(not.Part),
            _ => [condition],
        };
}
