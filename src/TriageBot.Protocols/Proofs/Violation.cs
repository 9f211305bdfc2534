using System.Collections.Immutable;

namespace TriageBot.Protocols.Proofs;

/// <summary>A property that does not hold, with the shortest check-in that shows it.</summary>
/// <param name="Code">One of <see cref="ProofCode"/>.</param>
/// <param name="File">The file of what is to be corrected.</param>
/// <param name="Line">1-based.</param>
/// <param name="Message">What is wrong and what to do, in the words of the file.</param>
/// <param name="Example">What is answered and said, from the beginning; empty where no check-in shows it.</param>
public sealed record Violation(string Code, string File, int Line, string Message, ImmutableArray<Turn> Example)
{
    public override string ToString() =>
        Example.IsEmpty
            ? $"{File}:{Line} {Code} {Message}"
            : $"{File}:{Line} {Code} {Message}; for example: {string.Join("; ", Example)}";
}
