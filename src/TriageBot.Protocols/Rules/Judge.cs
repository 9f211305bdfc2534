using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Protocols.Rules;

/// <summary>Says whether a condition holds for a check-in. Pure: the same sheet gives the same verdict, always.</summary>
public sealed class Judge(Protocol protocol, AnswerSheet sheet)
{
    public Evidence Evidence { get; } = Evidence.Of(protocol, sheet);

    public bool Holds(Condition condition) =>
        condition switch
        {
            Condition.All all => AllHold(all.Parts),
            Condition.Any any => AnyHolds(any.Parts),
            Condition.Not not => !Holds(not.Part),
            Condition.AnswerIs answer => Says(sheet[answer.Question], answer.Is),
            Condition.Has has => IsReported(has),
            Condition.TemperatureIs range => IsInRange(range),
            Condition.ScaleIs scale => sheet[scale.Question] is Answer.Scale { Value: var value }
                && value >= (scale.AtLeast ?? int.MinValue)
                && value < (scale.Below ?? int.MaxValue),
            Condition.FactIs fact => sheet.Facts.TryGetValue(fact.Fact, out var known)
                && (fact.Is.IsEmpty || fact.Is.Contains(known)),
            _ => throw new InvalidOperationException($"no verdict on {condition.GetType().Name}"),
        };

    /// <summary>
    /// True where the condition holds because it names the question's own "not sure" or "not read", so that the rule it
    /// belongs to already says what an unanswered question means.
    /// </summary>
    internal bool SpeaksFor(Condition condition, string question) =>
        condition switch
        {
            Condition.All all => all.Parts.Any(part => SpeaksFor(part, question)),
            Condition.Any any => any.Parts.Any(part => Holds(part) && SpeaksFor(part, question)),
            Condition.AnswerIs answer => answer.Question == question
                && sheet[question] is Answer.Unsure or Answer.NotRead
                && Says(sheet[question], answer.Is),
            _ => false,
        };

    private bool AllHold(ImmutableArray<Condition> parts)
    {
        foreach (var part in parts)
        {
            if (!Holds(part))
            {
                return false;
            }
        }

        return true;
    }

    private bool AnyHolds(ImmutableArray<Condition> parts)
    {
        foreach (var part in parts)
        {
            if (Holds(part))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(Answer answer, ImmutableArray<string> words) =>
        answer switch
        {
            Answer.Yes => words.Contains(AnswerWords.Yes),
            Answer.No => words.Contains(AnswerWords.No),
            Answer.Unsure => words.Contains(AnswerWords.Unsure),
            Answer.NotRead => words.Contains(AnswerWords.NotRead),
            Answer.NotAsked => words.Contains(AnswerWords.NotAsked),
            Answer.NoThermometer => words.Contains(AnswerWords.NoThermometer),
            Answer.Selected { Options.IsEmpty: true } => words.Contains(AnswerWords.None),
            Answer.Selected selected => selected.Options.Any(words.Contains),
            Answer.Chosen chosen => words.Contains(chosen.Option),
            _ => false,
        };

    private bool IsReported(Condition.Has has)
    {
        // Most conditions name findings that nobody reported.
        if ((has.Bits & Evidence.BitsOf(has.Polarity)) == 0)
        {
            return false;
        }

        foreach (var o in Evidence.Observations)
        {
            if (IsCarriedBy(has, o))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where this one observation has all that the condition names.</summary>
    internal bool IsCarriedBy(Condition.Has has, Observation o) =>
        o.Polarity == has.Polarity && has.Findings.Contains(o.Finding) && Matches(has, o);

    private bool Matches(Condition.Has has, Observation o) =>
        Admits(has.Where, o.Where)
        && Admits(has.Trend, o.Trend)
        && Admits(has.When, o.When)
        && Admits(has.Severity, o.Severity)
        && (has.Who.IsEmpty ? o.Who == Who.Patient : has.Who.Contains(o.Who))
        && Evidence.CurrencyOf(o) is { } currency
        && IsCurrent(has.Currency, currency);

    private static bool Admits<T>(ImmutableArray<T> wanted, T actual)
        where T : struct, Enum
    {
        foreach (var one in wanted)
        {
            if (EqualityComparer<T>.Default.Equals(one, actual))
            {
                return true;
            }
        }

        return wanted.IsEmpty;
    }

    private static bool IsCurrent(Currency wanted, Currency actual) =>
        wanted switch
        {
            Currency.Any => true,
            Currency.SinceProcedure => actual is not Currency.Unchanged,
            _ => wanted == actual,
        };

    private bool IsInRange(Condition.TemperatureIs range)
    {
        if (Evidence.Temperatures.IsEmpty)
        {
            return false;
        }

        var highest = Evidence.Temperatures.Max();
        return highest >= (range.AtLeast ?? decimal.MinValue) && highest < (range.Below ?? decimal.MaxValue);
    }
}
