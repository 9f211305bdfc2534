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
            Condition.All all => all.Parts.All(Holds),
            Condition.Any any => any.Parts.Any(Holds),
            Condition.Not not => !Holds(not.Part),
            Condition.AnswerIs answer => answer.Is.Any(word => Says(sheet[answer.Question], word)),
            Condition.Has has => Evidence.Observations.Any(o => Matches(has, o)),
            Condition.TemperatureIs temperature => Matches(temperature),
            Condition.ScaleIs scale => sheet[scale.Question] is Answer.Scale { Value: var value }
                && value >= (scale.AtLeast ?? int.MinValue)
                && value < (scale.Below ?? int.MaxValue),
            Condition.FactIs fact => sheet.Facts.TryGetValue(fact.Fact, out var known)
                && (fact.Is.IsEmpty || fact.Is.Contains(known)),
            _ => throw new InvalidOperationException($"no verdict on {condition.GetType().Name}"),
        };

    private static bool Says(Answer answer, string word) =>
        (answer, word) switch
        {
            (Answer.Yes, AnswerWords.Yes) => true,
            (Answer.No, AnswerWords.No) => true,
            (Answer.Unsure, AnswerWords.Unsure) => true,
            (Answer.NotRead, AnswerWords.NotRead) => true,
            (Answer.NotAsked, AnswerWords.NotAsked) => true,
            (Answer.NoThermometer, AnswerWords.NoThermometer) => true,
            (Answer.Selected selected, AnswerWords.None) => selected.Options.IsEmpty,
            (Answer.Selected selected, _) => selected.Options.Contains(word),
            (Answer.Chosen chosen, _) => chosen.Option == word,
            _ => false,
        };

    private bool Matches(Condition.Has has, Observation o) =>
        has.Findings.Contains(o.Finding)
        && o.Polarity == has.Polarity
        && (has.Where.IsEmpty || has.Where.Contains(o.Where))
        && (has.Trend.IsEmpty || has.Trend.Contains(o.Trend))
        && (has.Severity.IsEmpty || has.Severity.Contains(o.Severity))
        && (has.Who.IsEmpty ? o.Who == Who.Patient : has.Who.Contains(o.Who))
        && Evidence.CurrencyOf(o) is { } currency
        && (has.Currency == Currency.Any || has.Currency == currency);

    private bool Matches(Condition.TemperatureIs range)
    {
        bool InRange(decimal celsius) =>
            celsius >= (range.AtLeast ?? decimal.MinValue) && celsius < (range.Below ?? decimal.MaxValue);

        var readings = Evidence.Temperatures;
        return range.Readings == 1
            ? !readings.IsEmpty && InRange(readings.Max())
            : readings.Count(InRange) >= range.Readings;
    }
}
