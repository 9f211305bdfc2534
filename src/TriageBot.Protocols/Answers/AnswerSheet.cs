using System.Collections.Immutable;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Answers;

/// <summary>
/// All that one check-in knows: the answers by question id, what was heard in free text, and facts known beforehand
/// (from enrolment). Immutable; each change gives a new sheet.
/// </summary>
public sealed record AnswerSheet
{
    public static AnswerSheet Empty { get; } = new();

    /// <summary>By question id. A question without an entry was not asked.</summary>
    public ImmutableSortedDictionary<string, Answer> Answers { get; init; } =
        ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal);

    /// <summary>What was heard in free text, at any step, in the order in which it came.</summary>
    public ImmutableArray<Observation> Heard { get; init; } = [];

    /// <summary>Facts known without asking, by name of <see cref="Vocabulary.Facts"/>: <c>procedure</c>, <c>blood_thinner</c> …</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The answer to a question; <see cref="Answer.NotAsked"/> where there is none.</summary>
    public Answer this[string question] => Answers.GetValueOrDefault(question, Answer.NotAsked.Instance);

    public AnswerSheet With(string question, Answer answer) =>
        answer is Answer.NotAsked ? Without([question]) : this with { Answers = Answers.SetItem(question, answer) };

    public AnswerSheet Without(IEnumerable<string> questions) => this with { Answers = Answers.RemoveRange(questions) };

    public AnswerSheet Hear(IEnumerable<Observation> observations) =>
        this with
        {
            Heard = [.. Heard, .. observations.Where(o => !Heard.Contains(o))],
        };

    public AnswerSheet Knowing(string fact, string value) => this with { Facts = Facts.SetItem(fact, value) };
}
