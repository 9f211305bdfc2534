using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Proofs;

/// <summary>One thing that happens in an example of a check-in: a question is answered, or something is said unasked.</summary>
/// <param name="Question">The question's id; null where nothing was asked.</param>
/// <param name="Answer">The answer; null where nothing was asked.</param>
/// <param name="Said">What is said in free text.</param>
public sealed record Turn(string? Question, Answer? Answer, ImmutableArray<Observation> Said)
{
    internal static Turn Of(string question, Answer answer) => new(question, answer, []);

    internal static Turn Of(ImmutableArray<Observation> said) => new(null, null, said);

    /// <summary>"fever: yes", or "says: chest_pain".</summary>
    public override string ToString() =>
        Question is not null && Answer is not null
            ? $"{Question}: {AnswerNotation.Write(Answer)}"
            : $"says: {string.Join(", ", Said.Select(Describe))}";

    /// <summary>A finding with all of its attributes that are known: <c>weakness unsure limb</c>.</summary>
    public static string Describe(Observation o)
    {
        string?[] parts =
        [
            o.Finding,
            o.Polarity is Polarity.Present ? null : Word(o.Polarity),
            o.Where is Where.Unknown ? null : Word(o.Where),
            o.Trend is Trend.Unknown ? null : Word(o.Trend),
            o.When is When.Unknown ? null : Word(o.When),
            o.Who is Who.Patient ? null : "of someone else",
            o.Severity is Severity.Unknown ? null : Word(o.Severity),
            o.HoursAgo is { } hours ? $"{hours} hours ago" : null,
            o.Celsius is { } celsius
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{celsius}")
                : null,
        ];
        return string.Join(' ', parts.Where(part => part is not null));

        static string Word<T>(T member)
            where T : struct, Enum => Reading.Words.Of(member.ToString(), '-');
    }
}
