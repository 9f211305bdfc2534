using System.Globalization;
using TriageBot.Host.Content;
using TriageBot.Protocols.Reading;

namespace TriageBot.Host.Worked;

/// <summary>Reads conversations, written turn by turn or as rows of a table.</summary>
internal sealed class WorkedReader(ClinicalFiles clinical)
{
    private const string Patient = "patient";
    private const string Carer = "carer";

    /// <summary>How long somebody takes to read and write, where the file does not say.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(20);

    /// <summary>A Monday in the middle of the morning.</summary>
    private static readonly DateTime UsualBegin = new(2026, 11, 23, 10, 0, 0);

    private readonly ExpectationReader expectations = new(clinical);

    public IEnumerable<WorkedConversation> Conversations(Node list)
    {
        foreach (var node in list.Maps("a conversation", WorkedCodes.WrongValue))
        {
            var begun = Begin(node, node.Text("name", WorkedCodes.Missing));
            var talk = node["talk"].Maps("a turn", WorkedCodes.WrongValue).Select(Turn).ToList();
            if (talk.Count == 0)
            {
                node.Report(WorkedCodes.Missing, "'talk' is missing; write what is said, turn by turn");
            }

            yield return begun with
            {
                Talk = talk,
                End = expectations.Read(node["end"], isEnd: true),
            };
            node.RejectOtherKeys(WorkedCodes.UnknownKey);
        }
    }

    /// <summary>A table is many short conversations that begin alike: one for each row and each procedure.</summary>
    public IEnumerable<WorkedConversation> Tables(Node list)
    {
        foreach (var table in list.Maps("a table", WorkedCodes.WrongValue))
        {
            var name = table.Text("name", WorkedCodes.Missing);
            var procedures = table["procedures"].Texts.ToList();
            var begun = Begin(table, name);
            foreach (var row in table["rows"].Maps("a row", WorkedCodes.WrongValue))
            {
                foreach (var worked in Row(begun, row, procedures))
                {
                    yield return worked;
                }

                row.RejectOtherKeys(WorkedCodes.UnknownKey);
            }

            table.RejectOtherKeys(WorkedCodes.UnknownKey);
        }
    }

    private IEnumerable<WorkedConversation> Row(WorkedConversation table, Node row, List<string> procedures)
    {
        var says = row["says"].Scalar ?? table.AllIsWell;
        var answers = row["answers"]
            .Entries.ToDictionary(
                entry => entry.Key,
                entry => (IReadOnlyList<string>)[.. entry.Value.Texts],
                StringComparer.Ordinal
            );
        foreach (var (question, node) in row["answers"].Entries.Where(entry => !expectations.IsQuestion(entry.Key)))
        {
            node.Report(WorkedCodes.UnknownText, $"there is no question '{question}'");
        }

        var end = expectations.Row(row);
        var what = string.Join(" ", end.Because.Select(rule => rule.Value).DefaultIfEmpty(says));
        var later = row["then-silent-for"];
        List<WorkedTurn> talk = [new(1, row.Line, new WorkedAct.Says(says, Patient, Usual), new Expectation())];
        talk.Add(
            later.Exists
                ? new WorkedTurn(2, row.Line, Later(later), new Expectation())
                : new WorkedTurn(2, row.Line, new WorkedAct.Answers(answers, Patient), new Expectation())
        );
        foreach (var procedure in procedures.DefaultIfEmpty(""))
        {
            var knows = procedure.Length == 0 ? table.Knows : With(table.Knows, "procedure", procedure);
            yield return table with
            {
                Name = $"{table.Name}: {what}, line {row.Line}{(procedure.Length == 0 ? "" : $", {procedure}")}",
                Line = row.Line,
                IsRow = true,
                Knows = knows,
                Talk = talk,
                End = end,
            };
        }
    }

    private WorkedConversation Begin(Node node, string name)
    {
        IReadOnlyDictionary<string, string> knows = node["knows"]
            .Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Scalar ?? "", StringComparer.Ordinal);
        if (node["procedure"].Scalar is { } procedure)
        {
            knows = With(knows, "procedure", procedure);
        }

        var begins = UsualBegin;
        if (
            node["begins"].Scalar is { } time
            && !DateTime.TryParseExact(
                time,
                "yyyy-MM-dd HH:mm",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out begins
            )
        )
        {
            node["begins"].Report(WorkedCodes.WrongValue, "'begins' must be a local time such as 2026-11-23 10:00");
        }

        var language = node["language"].Scalar ?? "en";
        return new WorkedConversation(name, node.File, node.Line)
        {
            Language = language,
            AllIsWell = clinical.Phrases.In(language).Say("opening.fine"),
            Channel = node["channel"].Scalar ?? "webchat",
            Begins = begins,
            Knows = knows,
            Settings = [.. Settings(node["hospital"])],
        };
    }

    private static IEnumerable<string> Settings(Node hospital)
    {
        if (!hospital.Exists)
        {
            yield break;
        }

        if (hospital["hours"].Scalar is { } hours)
        {
            if (hours.Split('-') is not [var from, var to])
            {
                hospital["hours"].Report(WorkedCodes.WrongValue, "'hours' must be as 08:00-20:00");
                yield break;
            }

            yield return $"--Organization:Hours:From={from}";
            yield return $"--Organization:Hours:To={to}";
        }

        if (hospital["watched"].Scalar is "no" or "false")
        {
            yield return "--Cases:Watched=false";
        }

        hospital.RejectOtherKeys(WorkedCodes.UnknownKey);
    }

    private WorkedTurn Turn(Node node, int index)
    {
        var from = node["from"].Scalar ?? Patient;
        var after = node["after"].Exists ? Later(node["after"]).Span : Usual;
        var text = node[Patient].Exists ? node[Patient] : node[Carer];
        WorkedAct? act =
            text.Exists ? new WorkedAct.Says(text.Scalar ?? "", from, after)
            : node["joins"].Exists ? new WorkedAct.Joins(from)
            : node["later"].Exists ? Later(node["later"])
            : node["again"].Exists ? new WorkedAct.Again()
            : node["nurse"].Exists ? Nurse(node)
            : node["answers"].Exists ? new WorkedAct.Answers(AnswersOf(node["answers"]), from)
            : null;
        if (act is null)
        {
            node.Report(
                WorkedCodes.NoAct,
                "nothing happens here; write patient:, carer:, later:, again:, nurse:, joins: or answers:"
            );
        }

        var turn = new WorkedTurn(
            index + 1,
            node.Line,
            act ?? new WorkedAct.Again(),
            expectations.Read(node, isEnd: false)
        );
        node.RejectOtherKeys(WorkedCodes.UnknownKey);
        return turn;
    }

    private Dictionary<string, IReadOnlyList<string>> AnswersOf(Node node)
    {
        foreach (var (question, value) in node.Entries.Where(entry => !expectations.IsQuestion(entry.Key)))
        {
            value.Report(WorkedCodes.UnknownText, $"there is no question '{question}'");
        }

        return node.Entries.ToDictionary(
            entry => entry.Key,
            entry => (IReadOnlyList<string>)[.. entry.Value.Texts],
            StringComparer.Ordinal
        );
    }

    private static WorkedAct.Nurse Nurse(Node node)
    {
        var act = node["nurse"];
        if (act.Scalar is not ("takes" or "closes"))
        {
            act.Report(WorkedCodes.WrongValue, "a nurse takes or closes a case; write nurse: takes or nurse: closes");
        }

        return new WorkedAct.Nurse(act.Scalar == "closes" ? "spoke with the patient" : null);
    }

    private static WorkedAct.Later Later(Node node)
    {
        if (Spans.Read(node.Scalar) is not { } span)
        {
            node.Report(WorkedCodes.WrongValue, $"'{node.Scalar}' is no time; write 16 minutes, 2 hours or 14 days");
            span = TimeSpan.Zero;
        }

        return new WorkedAct.Later(span, node.Scalar ?? "");
    }

    private static Dictionary<string, string> With(
        IReadOnlyDictionary<string, string> knows,
        string key,
        string value
    ) => new(knows) { [key] = value };
}
