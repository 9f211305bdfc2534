using System.Collections.Immutable;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>Collects violations: of each property and each subject the one with the shortest example.</summary>
internal sealed class Docket(Protocol protocol)
{
    private readonly Dictionary<(string Code, string Subject), Violation> found = [];

    public ImmutableArray<Violation> Violations =>
        [
            .. found
                .Values.OrderBy(v => v.File, StringComparer.Ordinal)
                .ThenBy(v => v.Line)
                .ThenBy(v => v.Code, StringComparer.Ordinal),
        ];

    public void Add(string code, Question question, string message, ImmutableArray<Turn> example) =>
        Add(question.Id, new Violation(code, question.File, question.Line, message, example));

    public void Add(string code, Rule rule, string message, ImmutableArray<Turn> example) =>
        Add(rule.Id, new Violation(code, rule.File, rule.Line, message, example));

    /// <summary>Notes what is wrong with the protocol as a whole.</summary>
    public void Add(string code, string message, ImmutableArray<Turn> example) =>
        Add(message, new Violation(code, $"{protocol.Id}.yaml", 1, message, example));

    public void Add(string code, string subject, string file, int line, string message, ImmutableArray<Turn> example) =>
        Add(subject, new Violation(code, file, line, message, example));

    private void Add(string subject, Violation violation)
    {
        if (
            !found.TryGetValue((violation.Code, subject), out var other)
            || violation.Example.Length < other.Example.Length
        )
        {
            found[(violation.Code, subject)] = violation;
        }
    }
}
