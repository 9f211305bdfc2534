using System.Globalization;
using System.Text;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// A protocol's questions and rules as one text, without names and sources. What is proved of one protocol is proved of
/// every other with the same text.
/// </summary>
internal static class Logic
{
    public static string Of(Protocol protocol)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{protocol.Unfinished} {protocol.Thresholds.RecentHours}\n");
        text.AppendJoin(' ', protocol.Instructions).Append('\n');
        foreach (var q in protocol.Questions)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{q.Id} {q.Kind} {q.Stakes} {q.Rephrase} {q.SettledByText} {q.File}:{q.Line} "
            );
            text.AppendJoin(',', q.Asks).Append(' ').Append(Of(q.Yes)).Append(' ');
            text.AppendJoin(
                ',',
                q.Options.Select(option => $"{option.Id}({Of(option.Finds)};{string.Join(',', option.Asks)})")
            );
            text.AppendJoin(',', q.Details).Append(' ').AppendJoin(',', q.SettlesDoubt).Append(' ');
            text.AppendJoin(',', q.SettlesBaseline).Append(q.When is null ? "" : Of(q.When)).Append('\n');
        }

        foreach (var rule in protocol.Rules)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{rule.Id} {rule.Disposition} {rule.Instruction} {rule.File}:{rule.Line} "
            );
            text.Append(Of(rule.When)).Append('\n');
        }

        return text.AppendJoin('\n', protocol.Advice.Select(a => $"{a.Id} {(a.When is null ? "" : Of(a.When))}"))
            .ToString();
    }

    /// <summary>A condition as a text: two with one text hold alike.</summary>
    public static string Of(Condition condition) =>
        condition switch
        {
            Condition.All all => $"all({string.Join(' ', all.Parts.Select(Of))})",
            Condition.Any any => $"any({string.Join(' ', any.Parts.Select(Of))})",
            Condition.Not not => $"not({Of(not.Part)})",
            Condition.AnswerIs answer => $"{answer.Question}:{string.Join(',', answer.Is)}",
            Condition.FactIs fact => $"fact {fact.Fact}:{string.Join(',', fact.Is)}",
            Condition.Has has => string.Join(
                ';',
                string.Join(',', has.Findings.Order(StringComparer.Ordinal)),
                has.Polarity,
                has.Currency,
                string.Join(',', has.Where),
                string.Join(',', has.Trend),
                string.Join(',', has.When),
                string.Join(',', has.Who),
                string.Join(',', has.Severity)
            ),
            _ => condition.ToString(),
        };

    private static string Of(IEnumerable<Observation> finds) => string.Join('+', finds.Select(Turn.Describe));
}
