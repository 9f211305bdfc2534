using System.Collections.Immutable;
using System.Numerics;

namespace TriageBot.Protocols.Proofs;

/// <summary>What a proof looked at, and what it found.</summary>
/// <param name="Protocol">The protocol's id.</param>
/// <param name="Hash">The digest of the text that was proved.</param>
/// <param name="Situations">Points of check-ins that can be told apart by what may still come.</param>
/// <param name="Turns">Single answers and texts looked at.</param>
/// <param name="Ways">Different check-ins without free text, from the first question to the end.</param>
/// <param name="Questions">Questions of the protocol.</param>
/// <param name="Rules">Rules of the protocol.</param>
/// <param name="Sayings">Kinds of free text that the protocol can tell apart.</param>
/// <param name="MostQuestions">How many questions the longest check-in without free text asks.</param>
/// <param name="ClearQuestions">How many questions are asked where all is clear and nothing is known beforehand.</param>
/// <param name="Violations">Empty where everything is proved.</param>
public sealed record ProofReport(
    string Protocol,
    string Hash,
    int Situations,
    int Turns,
    BigInteger Ways,
    int Questions,
    int Rules,
    int Sayings,
    int MostQuestions,
    int ClearQuestions,
    ImmutableArray<Violation> Violations
)
{
    public bool Holds => Violations.IsEmpty;
}
