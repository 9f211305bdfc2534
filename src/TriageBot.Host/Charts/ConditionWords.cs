using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TriageBot.Protocols;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Rules;

namespace TriageBot.Host.Charts;

/// <summary>Conditions as a clinician reads them aloud.</summary>
internal static class ConditionWords
{
    public static string Of(Condition condition, Protocol protocol) =>
        condition switch
        {
            Condition.All all => Join(all.Parts, " and ", protocol),
            Condition.Any any => Join(any.Parts, ", or ", protocol),
            Condition.Not { Part: Condition.AnswerIs { Is: ["not-asked"] } answer } =>
                $"{answer.Question} was answered",
            Condition.Not { Part: Condition.FactIs fact } => $"{Name(fact.Fact)} is not known",
            Condition.Not not => $"not ({Of(not.Part, protocol)})",
            Condition.AnswerIs answer => $"{answer.Question} is {Choice(answer.Is.Select(Name))}",
            Condition.Has has => Has(has),
            Condition.TemperatureIs range => $"temperature {Range(range.AtLeast, range.Below, " °C")}",
            Condition.ScaleIs range => $"{range.Question} {Range(range.AtLeast, range.Below, "")}",
            Condition.FactIs fact => fact.Is.IsEmpty
                ? $"{Name(fact.Fact)} is known"
                : $"{Name(fact.Fact)} is {Choice(fact.Is)}",
            _ => throw new InvalidOperationException($"no words for {condition.GetType().Name}"),
        };

    /// <summary>An id as words: <c>chest_pain</c> is "chest pain".</summary>
    public static string Name(string id) =>
        id.Replace('_', ' ').Replace("not-read", "not read", StringComparison.Ordinal);

    private static string Join(ImmutableArray<Condition> parts, string word, Protocol protocol) =>
        string.Join(
            word,
            parts.Select(part =>
                part is Condition.Any or Condition.All && parts.Length > 1
                    ? $"({Of(part, protocol)})"
                    : Of(part, protocol)
            )
        );

    private static string Has(Condition.Has has)
    {
        var what = Choice(has.Findings.Select(Name));
        var polarity = has.Polarity switch
        {
            Polarity.Absent => "denied",
            Polarity.Unsure => "in doubt",
            _ => "told",
        };
        var currency = has.Currency switch
        {
            Currency.Current => "now or in the last two days",
            Currency.Past => "over since longer",
            Currency.Unchanged => "just as before the procedure",
            Currency.Unclear => "perhaps just as before",
            Currency.Any => "at any time",
            _ => "",
        };
        string[] attributes =
        [
            Attribute("where", has.Where),
            Attribute("trend", has.Trend),
            Attribute("when", has.When),
            Attribute("severity", has.Severity),
            Attribute("who", has.Who),
            currency,
        ];
        var told = string.Join("; ", attributes.Where(text => text.Length > 0));
        return told.Length == 0 ? $"{what} {polarity}" : $"{what} {polarity} ({told})";
    }

    private static string Attribute<T>(string name, ImmutableArray<T> values)
        where T : struct, Enum =>
        values.IsEmpty
            ? ""
            : $"{name}: {Choice(values.Select(v => Name(JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()))))}";

    private static string Choice(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} or {all[^1]}";
    }

    private static string Range(decimal? atLeast, decimal? below, string unit) =>
        (atLeast, below) switch
        {
            ({ } low, { } high) => $"from {Number(low)}{unit} to under {Number(high)}{unit}",
            ({ } low, null) => $"{Number(low)}{unit} or more",
            (null, { } high) => $"under {Number(high)}{unit}",
            _ => "of any value",
        };

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
