using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>One comparison of a condition, and what its verdict depends on.</summary>
/// <param name="Text">Names the comparison: two with one text are the same.</param>
/// <param name="Reads">The findings that it reads, or <see cref="Temperature"/>.</param>
internal abstract record Leaf(string Text, ImmutableHashSet<string> Reads)
{
    public const string Temperature = "°C";

    /// <summary>Whether it holds, whatever is still answered and said; null where that is not decided.</summary>
    public abstract bool? Verdict(Outlook.View view);

    public static Leaf Of(Protocol protocol, Condition condition) =>
        condition switch
        {
            Condition.Has has => new OfFindings(has, ReportersOf(protocol, has)),
            Condition.TemperatureIs range => new OfTemperature(
                range,
                Indices(protocol, q => q.Kind == QuestionKind.Temperature)
            ),
            Condition.AnswerIs answer => new OfAnswer(answer, Index(protocol, answer.Question)),
            Condition.ScaleIs scale => new OfAnswer(scale, Index(protocol, scale.Question)),
            Condition.FactIs fact => new OfFact(fact),
            _ => throw new InvalidOperationException($"{condition.GetType().Name} is not a comparison"),
        };

    private static ImmutableArray<int> ReportersOf(Protocol protocol, Condition.Has has) =>
        Indices(protocol, q => Reports(q, has.Polarity).Any(o => has.Findings.Contains(o.Finding)));

    private static int Index(Protocol protocol, string question) => Indices(protocol, q => q.Id == question)[0];

    private static ImmutableArray<int> Indices(Protocol protocol, Func<Question, bool> matches) =>
        [
            .. protocol
                .Questions.Select((question, index) => (question, index))
                .Where(q => matches(q.question))
                .Select(q => q.index),
        ];

    /// <summary>What an answer to the question can report by itself; doubt comes from free text alone.</summary>
    private static IEnumerable<Observation> Reports(Question question, Polarity polarity) =>
        polarity switch
        {
            Polarity.Present => question.Yes.Concat(question.Options.SelectMany(option => option.Finds)),
            Polarity.Absent => question.Claims,
            _ => [],
        };

    private static bool AnyOpen(ImmutableArray<int> questions, Outlook.View view)
    {
        foreach (var question in questions)
        {
            if (view.IsOpen(question))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record OfFindings(Condition.Has Has, ImmutableArray<int> Reporters)
        : Leaf(Logic.Of(Has), [.. Has.Findings])
    {
        public override bool? Verdict(Outlook.View view)
        {
            var pending = !view.Pending.IsEmpty && view.Pending.Any(Concerns);
            if (IsTold(view) && (pending ? IsCarriedByWhatStays(view) : view.Judge.Holds(Has)))
            {
                return true;
            }

            return pending || AnyOpen(Reporters, view) ? null : false;
        }

        // A follow-up tells more of what is present, and settles what is in doubt: nothing becomes doubtful by it.
        private bool Concerns(Observation o) =>
            Has.Findings.Contains(o.Finding) && (Has.Polarity == Polarity.Present || o.Polarity == Has.Polarity);

        private bool IsTold(Outlook.View view)
        {
            foreach (var finding in Has.Findings)
            {
                if (view.Told.Contains((finding, Has.Polarity)))
                {
                    return true;
                }
            }

            return false;
        }

        private bool IsCarriedByWhatStays(Outlook.View view) =>
            view.Judge.Evidence.Observations.Any(o => view.Judge.IsCarriedBy(Has, o) && !view.Pending.Contains(o));
    }

    private sealed record OfTemperature(Condition.TemperatureIs Range, ImmutableArray<int> Questions)
        : Leaf(Logic.Of(Range), [Temperature])
    {
        // A further reading can only be the highest.
        public override bool? Verdict(Outlook.View view)
        {
            var readings = view.Judge.Evidence.Temperatures;
            var highest = readings.IsEmpty ? decimal.MinValue : readings.Max();
            return highest >= Range.Below ? false
                : highest >= Range.AtLeast && Range.Below is null ? true
                : AnyOpen(Questions, view) ? null
                : view.Judge.Holds(Range);
        }
    }

    private sealed record OfAnswer(Condition Condition, int Question) : Leaf(Logic.Of(Condition), [])
    {
        public override bool? Verdict(Outlook.View view) => view.IsOpen(Question) ? null : view.Judge.Holds(Condition);
    }

    private sealed record OfFact(Condition.FactIs Fact) : Leaf(Logic.Of(Fact), [])
    {
        public override bool? Verdict(Outlook.View view) => view.Judge.Holds(Fact);
    }
}
