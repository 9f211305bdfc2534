using System.Globalization;
using System.Numerics;
using TriageBot.Protocols.Proofs;

namespace TriageBot.Host.Reviews;

/// <summary>A proof as lines of name and value, for whoever signs.</summary>
internal static class ProofInWords
{
    public static IReadOnlyList<(string Name, string Value)> Of(ProofReport proof) =>
        [
            (
                "Proof",
                proof.Holds
                    ? "holds: no check-in of this text goes astray"
                    : $"DOES NOT HOLD: {string.Join("; ", proof.Violations.Select(v => $"{v.Code} {v.Message}"))}"
            ),
            ("Check-ins without free text", Long(proof.Ways)),
            (
                "Looked at",
                $"{Long(proof.Situations)} situations, {Long(proof.Turns)} single turns, "
                    + $"{proof.Questions} questions, {proof.Rules} rules, {proof.Sayings} kinds of free text"
            ),
            (
                "Questions asked",
                $"{proof.ClearQuestions} where all is clear, {proof.MostQuestions} in the longest check-in"
            ),
        ];

    private static string Long(BigInteger number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
