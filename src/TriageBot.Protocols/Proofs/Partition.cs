using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// The answers that any condition can tell apart, one of each kind: every subset of a list, a reading and a score on each
/// side of every number that a condition compares with, and always "not sure" and "could not be read".
/// </summary>
internal sealed class Partition
{
    private const decimal Healthy = 36.8m;
    private readonly ImmutableArray<Answer> readings;
    private readonly Dictionary<string, ImmutableArray<Answer>> answers = new(StringComparer.Ordinal);

    public Partition(IReadOnlyList<Protocol> protocols)
    {
        var leaves = protocols.SelectMany(protocol => Conditions.Of(protocol).SelectMany(Conditions.Leaves)).ToList();
        var cuts = leaves
            .OfType<Condition.TemperatureIs>()
            .SelectMany(leaf => new[] { leaf.AtLeast, leaf.Below })
            .OfType<decimal>()
            .Distinct()
            .Order()
            .ToList();
        Celsius = [.. cuts.Select(cut => cut - 0.1m).Concat(cuts).Append(Healthy).Distinct().Order()];
        readings = [.. Celsius.Select(reading => new Answer.Temperature(reading)), new Answer.NoThermometer()];
        foreach (var question in protocols.SelectMany(protocol => protocol.Questions))
        {
            var known = answers.GetValueOrDefault(question.Id, []).Union(Known(question, leaves));
            answers[question.Id] = [.. known.Union(DoubtsOf(question, leaves))];
        }

        Beginnings = FactsBeforehand(leaves);
    }

    /// <summary>A reading on each side of every threshold, in degrees Celsius, rising.</summary>
    public ImmutableArray<decimal> Celsius { get; }

    /// <summary>What may be known before the first question, in all combinations.</summary>
    public ImmutableArray<AnswerSheet> Beginnings { get; }

    /// <summary>Every answer to a question that makes a difference anywhere.</summary>
    public ImmutableArray<Answer> Of(Question question) => answers[question.Id];

    /// <summary>The answers that can meet a finding; one, the clear one, where none can.</summary>
    public IEnumerable<Answer> Of(Question question, Scope scope) =>
        !scope.Holds(question) ? [Clear(question)]
        : question.Kind != QuestionKind.AnyOf ? Of(question)
        : Of(question)
            .Where(answer =>
                answer is not Answer.Selected ticked
                || question.Options.All(option => !ticked.Options.Contains(option.Id) || scope.Holds(option))
            );

    /// <summary>The answer of somebody who has nothing to tell.</summary>
    public static Answer Clear(Question question) =>
        question.Kind switch
        {
            QuestionKind.YesNo => new Answer.No(),
            QuestionKind.AnyOf => new Answer.Selected([]),
            QuestionKind.Choice => new Answer.Chosen(question.Options[0].Id),
            QuestionKind.Temperature => new Answer.Temperature(Healthy),
            QuestionKind.Scale => new Answer.Scale(0),
            QuestionKind.Phone => new Answer.No(),
            _ => new Answer.Words(""),
        };

    /// <summary>Where every condition on the question names both kinds of doubt or neither, one stands for both.</summary>
    private static IEnumerable<Answer> DoubtsOf(Question question, List<Condition> leaves)
    {
        var areAlike = leaves
            .OfType<Condition.AnswerIs>()
            .Where(leaf => leaf.Question == question.Id)
            .All(leaf => leaf.Is.Contains(AnswerWords.Unsure) == leaf.Is.Contains(AnswerWords.NotRead));
        return areAlike ? [new Answer.Unsure()] : [new Answer.Unsure(), new Answer.NotRead()];
    }

    private IEnumerable<Answer> Known(Question question, List<Condition> leaves) =>
        question.Kind switch
        {
            QuestionKind.YesNo => [new Answer.No(), new Answer.Yes()],
            QuestionKind.AnyOf => Subsets([.. question.Options.Select(option => option.Id)]),
            QuestionKind.Choice => question.Options.Select(option => new Answer.Chosen(option.Id)),
            QuestionKind.Temperature => readings,
            QuestionKind.Scale => Scores(question, leaves),
            _ => [Clear(question)],
        };

    private static IEnumerable<Answer> Subsets(ImmutableArray<string> options) =>
        Enumerable
            .Range(0, 1 << options.Length)
            .OrderBy(set => System.Numerics.BitOperations.PopCount((uint)set))
            .Select(set => new Answer.Selected(options.Where((_, i) => (set & (1 << i)) != 0)));

    private static IEnumerable<Answer> Scores(Question question, List<Condition> leaves) =>
        leaves
            .OfType<Condition.ScaleIs>()
            .Where(leaf => leaf.Question == question.Id)
            .SelectMany(leaf => new[] { leaf.AtLeast, leaf.Below })
            .OfType<int>()
            .SelectMany(cut => new[] { cut - 1, cut })
            .Concat([0, 10])
            .Where(score => score is >= 0 and <= 10)
            .Distinct()
            .Order()
            .Select(score => new Answer.Scale(score));

    private static ImmutableArray<AnswerSheet> FactsBeforehand(List<Condition> leaves)
    {
        List<AnswerSheet> sheets = [AnswerSheet.Empty];
        var facts = leaves
            .OfType<Condition.FactIs>()
            .Where(leaf => !LaterFacts.Contains(leaf.Fact))
            .GroupBy(leaf => leaf.Fact, leaf => leaf.Is, StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            var values = fact.SelectMany(values => values).Append("known").Distinct(StringComparer.Ordinal).ToList();
            sheets = [.. sheets, .. sheets.SelectMany(sheet => values.Select(value => sheet.Knowing(fact.Key, value)))];
        }

        return [.. sheets];
    }

    /// <summary>Facts that the check-in itself notes while it runs.</summary>
    public static ImmutableArray<string> LaterFacts { get; } = ["silent", "skipped"];
}
