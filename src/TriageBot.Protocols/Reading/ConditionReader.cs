using System.Collections.Immutable;
using System.Globalization;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Reading;

/// <summary>Reads conditions: <c>all</c>, <c>any</c>, <c>not</c>, and comparisons on answers, findings, numbers and facts.</summary>
internal static class ConditionReader
{
    /// <summary>A condition that never holds stands in for one that could not be read.</summary>
    private static readonly Condition Never = new Condition.Any([]);

    /// <summary>Reads a condition that must be there, below the key <c>when</c>.</summary>
    public static Condition Required(Node node, string what, Desk desk)
    {
        if (node["when"].Exists)
        {
            return Read(node["when"], desk);
        }

        node.Report(ProtocolCode.MissingKey, $"{what} has no when:; write what must hold");
        return Never;
    }

    public static Condition Read(Node node, Desk desk)
    {
        if (!node.ExpectMap("a condition", ProtocolCode.WrongValue))
        {
            return Never;
        }

        var condition = node.Entries.FirstOrDefault().Key switch
        {
            "all" => new Condition.All(Parts(node["all"], desk)),
            "any" => new Condition.Any(Parts(node["any"], desk)),
            "not" => new Condition.Not(Read(node["not"], desk)),
            "answer" => Answer(node, desk),
            "has" => Has(node, desk),
            "temperature" => Temperature(node["temperature"], desk),
            "scale" => Scale(node, desk),
            "fact" => Fact(node),
            _ => Unknown(node),
        };
        node.RejectOtherKeys(ProtocolCode.UnknownKey);
        return condition;
    }

    private static Condition Unknown(Node node)
    {
        const string Words = "all, any, not, answer, has, temperature, scale, fact";
        node.Report(ProtocolCode.WrongValue, $"a condition begins with one of: {Words}");
        foreach (var (key, _) in node.Entries)
        {
            _ = node[key];
        }

        return Never;
    }

    private static ImmutableArray<Condition> Parts(Node node, Desk desk)
    {
        var parts = node.Maps("a condition", ProtocolCode.WrongValue)
            .Select(item => Read(item, desk))
            .ToImmutableArray();
        if (!node.Exists || (node.IsList && !node.Items.Any()))
        {
            node.Report(ProtocolCode.WrongValue, "the list of conditions is empty; write at least one");
        }

        return parts;
    }

    private static Condition.AnswerIs Answer(Node node, Desk desk)
    {
        var question = node.Text("answer", ProtocolCode.MissingKey);
        if (!node["is"].Exists)
        {
            node.Report(ProtocolCode.MissingKey, "'is' is missing; write the answers that count: is: [yes]");
        }

        node["is"].RejectEmptyList(ProtocolCode.WrongValue);

        foreach (var word in node["is"].Items)
        {
            desk.Later(protocol => CheckAnswer(protocol.Find(question), word));
        }

        desk.Later(protocol => CheckQuestion(node["answer"], protocol.Find(question), question, null));
        return new Condition.AnswerIs(question, [.. node["is"].Texts]);
    }

    private static Condition.Has Has(Node node, Desk desk)
    {
        if (!node["has"].Exists)
        {
            node["has"].Report(ProtocolCode.MissingKey, "'has' names no finding; write one, or a list");
        }

        foreach (var list in new[] { "has", "where", "trend", "when", "who", "severity" })
        {
            node[list].RejectEmptyList(ProtocolCode.WrongValue);
        }

        return new Condition.Has(
            desk.Observables(node["has"]),
            Desk.Member(node["polarity"], Polarity.Present),
            Desk.Member(node["currency"], Currency.SinceProcedure, '-')
        )
        {
            Where = Desk.Members<Where>(node["where"]),
            Trend = Desk.Members<Trend>(node["trend"]),
            When = Desk.Members<When>(node["when"]),
            Who = Desk.Members<Who>(node["who"]),
            Severity = Desk.Members<Severity>(node["severity"]),
        };
    }

    private static Condition.TemperatureIs Temperature(Node node, Desk desk)
    {
        node.ExpectMap("temperature", ProtocolCode.WrongValue);
        var range = Range(node, desk);
        CheckUnit(node, 30, 45, "degrees Celsius");
        node.RejectOtherKeys(ProtocolCode.UnknownKey);
        return new Condition.TemperatureIs(range.AtLeast, range.Below);
    }

    private static Condition.ScaleIs Scale(Node node, Desk desk)
    {
        var question = node.Text("scale", ProtocolCode.MissingKey);
        var range = Range(node, desk);
        CheckUnit(node, 0, 11, "a score from 0 to 10");
        foreach (var bound in new[] { (node["at-least"], range.AtLeast), (node["below"], range.Below) })
        {
            if (bound.Item2 is { } score && score != decimal.Truncate(score))
            {
                bound.Item1.Report(ProtocolCode.WrongValue, "a score is a whole number from 0 to 10; write one");
            }
        }

        desk.Later(protocol => CheckQuestion(node["scale"], protocol.Find(question), question, QuestionKind.Scale));
        return new Condition.ScaleIs(question, (int?)range.AtLeast, (int?)range.Below);
    }

    private static Condition.FactIs Fact(Node node)
    {
        var fact = node.Text("fact", ProtocolCode.MissingKey);
        if (fact.Length > 0 && !Vocabulary.Facts.Contains(fact))
        {
            var known = string.Join(", ", Vocabulary.Facts.Order(StringComparer.Ordinal));
            node["fact"].Report(ProtocolCode.UnknownFact, $"'{fact}' is no fact; write one of: {known}");
        }

        node["is"].RejectEmptyList(ProtocolCode.WrongValue);
        return new Condition.FactIs(fact, [.. node["is"].Texts]);
    }

    private static (decimal? AtLeast, decimal? Below) Range(Node node, Desk desk)
    {
        var atLeast = Bound(node["at-least"], desk);
        var below = Bound(node["below"], desk);
        if (node.IsMap && !node["at-least"].Exists && !node["below"].Exists)
        {
            node.Report(ProtocolCode.MissingKey, "write at-least: or below:, or both");
        }

        if (below <= atLeast)
        {
            node.Report(ProtocolCode.EmptyRange, $"no number is at least {atLeast} and below {below}; correct one");
        }

        return (atLeast, below);
    }

    /// <summary>A number written here must be in the unit; a threshold was checked where it is defined.</summary>
    private static void CheckUnit(Node node, int least, int most, string unit)
    {
        foreach (var bound in new[] { node["at-least"], node["below"] })
        {
            if (
                decimal.TryParse(bound.Scalar, Node.Plain, CultureInfo.InvariantCulture, out var number)
                && (number < least || number > most)
            )
            {
                bound.Report(ProtocolCode.WrongValue, $"{number} is not {unit}; write {least} to {most}");
            }
        }
    }

    private static decimal? Bound(Node node, Desk desk)
    {
        if (!node.Exists)
        {
            return null;
        }

        if (decimal.TryParse(node.Scalar, Node.Plain, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        if (node.Scalar is { } name && desk.Thresholds.TryGetValue(name, out var threshold))
        {
            return threshold;
        }

        var known = string.Join(", ", desk.Thresholds.Keys.Order(StringComparer.Ordinal));
        node.Report(
            ProtocolCode.UnknownThreshold,
            $"'{node.Scalar}' is neither a number nor a threshold; thresholds are: {known}"
        );
        return null;
    }

    private static void CheckQuestion(Node at, Question? question, string id, QuestionKind? kind)
    {
        if (question is null && id.Length > 0)
        {
            at.Report(ProtocolCode.UnknownQuestion, $"there is no question '{id}'; name one that is asked");
        }
        else if (kind is not null && question is not null && question.Kind != kind)
        {
            at.Report(ProtocolCode.ImpossibleAnswer, $"question '{id}' is not answered with a number from 0 to 10");
        }
    }

    private static void CheckAnswer(Question? question, Node word)
    {
        if (question is not null && !AnswerWords.Of(question).Contains(word.Scalar ?? ""))
        {
            var possible = string.Join(", ", AnswerWords.Of(question));
            word.Report(
                ProtocolCode.ImpossibleAnswer,
                $"question '{question.Id}' is never answered '{word.Scalar}'; its answers are: {possible}"
            );
        }
    }
}
