using System.Globalization;
using System.Text.RegularExpressions;
using TriageBot.Host.Content;
using TriageBot.Protocols.Reading;

namespace TriageBot.Host.Worked;

/// <summary>Reads what must be so after a turn, and knows which ids and keys there are.</summary>
internal sealed partial class ExpectationReader(ClinicalFiles clinical)
{
    private const string Nothing = "nothing";
    private const string None = "none";

    private readonly HashSet<string> rules =
    [
        .. clinical.Protocols.Protocols.SelectMany(protocol => protocol.Rules).Select(rule => rule.Id),
    ];

    private readonly HashSet<string> questions =
    [
        .. clinical.Protocols.Protocols.SelectMany(protocol => protocol.Questions).Select(question => question.Id),
        .. clinical
            .Phrases.In("en")
            .Keys.Where(key => key.StartsWith("contact.", StringComparison.Ordinal))
            .Select(IdOf),
    ];

    public bool IsQuestion(string id) => questions.Contains(id);

    /// <summary>Reads the keys of a turn, or of the end.</summary>
    public Expectation Read(Node node, bool isEnd)
    {
        var expected = new Expectation
        {
            Bot =
                node["bot"].Exists && node["bot"].Scalar != Nothing ? [.. node["bot"].Items.Select(SaidBy)]
                : node["bot"].Exists ? []
                : null,
            Never = [.. node["never"].Items.Select(SaidBy)],
            Outcome = Outcome(node["outcome"]),
            Because = Rules(node["because"]),
            NotBecause = Rules(node["not-because"]),
            Cases = node["cases"].Exists ? Cases(node["cases"]) : null,
            Timers = node["timers"].Exists
                ? new Located<IReadOnlyList<string>>(
                    [.. node["timers"].Texts.Where(name => name != None)],
                    node["timers"].Line
                )
                : null,
        };
        if (isEnd && node.Exists)
        {
            node.RejectOtherKeys(WorkedCodes.UnknownKey);
        }

        return expected;
    }

    /// <summary>Reads <c>rule:</c> and <c>outcome:</c> of a table's row.</summary>
    public Expectation Row(Node row)
    {
        var expected = new Expectation
        {
            Outcome = Outcome(row["outcome"]),
            Because = Rules(row["rule"]),
            NotBecause = Rules(row["not-rule"]),
        };
        if (expected.Outcome is null)
        {
            row.Report(WorkedCodes.NothingExpected, "'outcome' is missing; write the route that the row must reach");
        }

        return expected;
    }

    private Said SaidBy(Node node)
    {
        var text = node.Scalar ?? "";
        if (questions.Contains(text))
        {
            return new Said(text, SaidKind.Question, node.Line);
        }

        if (clinical.Phrases.In("en").Find(text) is not null)
        {
            return new Said(text, SaidKind.Phrase, node.Line);
        }

        if (KeyShape().IsMatch(text))
        {
            node.Report(WorkedCodes.UnknownText, $"'{text}' is no question and no key of phrases/en.yaml");
        }

        return new Said(text, SaidKind.Words, node.Line);
    }

    private List<Located<string>> Rules(Node node)
    {
        foreach (var item in node.Items.Where(item => !rules.Contains(item.Scalar ?? "")))
        {
            item.Report(WorkedCodes.UnknownRule, $"no protocol has a rule '{item.Scalar}'");
        }

        return [.. node.Items.Select(item => new Located<string>(item.Scalar ?? "", item.Line))];
    }

    private static Located<string>? Outcome(Node node)
    {
        if (node.Exists && !OutcomeShape().IsMatch(node.Scalar ?? ""))
        {
            node.Report(
                WorkedCodes.WrongValue,
                $"'{node.Scalar}' is no outcome; write emergency, callback 1h, callback 4h, selfcare or none"
            );
        }

        return node.Exists ? new Located<string>(node.Scalar!, node.Line) : null;
    }

    private List<CaseExpectation> Cases(Node node) =>
        node.Scalar == None ? [] : [.. node.Maps("a case", WorkedCodes.WrongValue).Select(Case)];

    private CaseExpectation Case(Node node)
    {
        var opened = node["opened-in-turn"];
        var expected = new CaseExpectation(node.Line)
        {
            Route = Outcome(node["route"])?.Value,
            Kind = node["kind"].Scalar,
            Status = node["status"].Scalar,
            OpenedIn = opened.Exists ? Number(opened) : null,
            Due = Due(node["due"]),
            Words = [.. node["words"].Texts],
            Because = [.. Rules(node["because"]).Select(rule => rule.Value)],
            Writer = node["writer"].Scalar,
            Headline = node["headline"].Scalar,
            Promised = node["promised"].Exists ? node["promised"].Scalar is "yes" or "true" : null,
        };
        node.RejectOtherKeys(WorkedCodes.UnknownKey);
        return expected;
    }

    private static DueExpectation? Due(Node node)
    {
        if (!node.Exists)
        {
            return null;
        }

        var match = DueShape().Match(node.Scalar ?? "");
        if (match.Success && Spans.Read(match.Groups[1].Value) is { } span)
        {
            return new DueExpectation(span, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        }

        node.Report(WorkedCodes.WrongValue, $"'{node.Scalar}' is not readable; write due: 1 hour after turn 2");
        return null;
    }

    private static int? Number(Node node)
    {
        if (int.TryParse(node.Scalar, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        node.Report(WorkedCodes.WrongValue, $"'{node.Scalar}' is no number of a turn");
        return null;
    }

    /// <summary><c>contact.phone</c> and <c>contact.good-time.tonight</c> belong to the questions phone and good-time.</summary>
    private static string IdOf(string key) => key.Split('.')[1];

    [GeneratedRegex(@"^[a-z][a-z0-9_]*([-.][a-z0-9_]+)+$")]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"^(emergency|callback \d{1,3}[mh]|selfcare|none)$")]
    private static partial Regex OutcomeShape();

    [GeneratedRegex(@"^(.+) after turn (\d{1,3})$")]
    private static partial Regex DueShape();
}
