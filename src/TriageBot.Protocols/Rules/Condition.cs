using System.Collections.Immutable;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Rules;

/// <summary>A condition on a check-in, as data. There is no expression language: what a clinician can write is this list.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>Every part holds.</summary>
    public sealed record All(ImmutableArray<Condition> Parts) : Condition;

    /// <summary>At least one part holds.</summary>
    public sealed record Any(ImmutableArray<Condition> Parts) : Condition;

    /// <summary>The part does not hold.</summary>
    public sealed record Not(Condition Part) : Condition;

    /// <summary>The answer to a question is one of the named ones.</summary>
    /// <param name="Question">A question's id.</param>
    /// <param name="Is">Option ids, or the words of <see cref="AnswerWords"/>.</param>
    public sealed record AnswerIs(string Question, ImmutableArray<string> Is) : Condition;

    /// <summary>
    /// At least one observation of one of the findings has the polarity and all the attributes that are named. An empty
    /// list of values stands for any value. One observation has to carry all of them.
    /// </summary>
    public sealed record Has(ImmutableArray<string> Findings, Polarity Polarity, Currency Currency) : Condition
    {
        public ImmutableArray<Where> Where { get; init; } = [];
        public ImmutableArray<Trend> Trend { get; init; } = [];
        public ImmutableArray<When> When { get; init; } = [];
        public ImmutableArray<Who> Who { get; init; } = [];
        public ImmutableArray<Severity> Severity { get; init; } = [];

        /// <summary>The findings, as bits of <see cref="Vocabulary"/>.</summary>
        internal ulong Bits { get; } = Findings.Aggregate(0UL, (all, id) => all | Vocabulary.BitOf(id));
    }

    /// <summary>The patient's temperature, the highest reading, lies in a range.</summary>
    /// <param name="AtLeast">Degrees Celsius, inclusive.</param>
    /// <param name="Below">Degrees Celsius, exclusive.</param>
    public sealed record TemperatureIs(decimal? AtLeast, decimal? Below) : Condition;

    /// <summary>A scale question was answered with a number in a range.</summary>
    /// <param name="AtLeast">Inclusive.</param>
    /// <param name="Below">Exclusive.</param>
    public sealed record ScaleIs(string Question, int? AtLeast, int? Below) : Condition;

    /// <summary>A fact known beforehand has one of the values; an empty list means that it is known at all.</summary>
    public sealed record FactIs(string Fact, ImmutableArray<string> Is) : Condition;
}

/// <summary>How current an observation must be to count for a condition.</summary>
public enum Currency
{
    /// <summary>Current, past or unclear: all that did not simply stay as it was before the procedure.</summary>
    SinceProcedure,

    /// <summary>It is there now, or came since the procedure and ended recently, or its time is not known.</summary>
    Current,

    /// <summary>It came since the procedure and ended longer ago than the protocol's "recent".</summary>
    Past,

    /// <summary>It was there before the procedure and is just the same.</summary>
    Unchanged,

    /// <summary>It is "just the same", but since when is not known yet; a question on the baseline settles it.</summary>
    Unclear,

    /// <summary>Any of these.</summary>
    Any,
}
