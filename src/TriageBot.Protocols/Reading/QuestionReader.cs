using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Reading;

/// <summary>Reads sections, questions and options.</summary>
internal static class QuestionReader
{
    /// <summary>More than nine numbers cannot be told apart on a phone, and 9 means "not sure".</summary>
    private const int MostOptions = 8;

    public static IEnumerable<Section> Sections(Node node, Desk desk)
    {
        foreach (var section in node.Maps("a section", ProtocolCode.WrongValue))
        {
            var id = desk.Id(section, "section");
            var questions = section["questions"]
                .Maps("a question", ProtocolCode.WrongValue)
                .Select(item => Question(item, id, desk));
            yield return new Section(id, [.. questions]);
            section.RejectOtherKeys(ProtocolCode.UnknownKey);
        }
    }

    private static Question Question(Node node, string section, Desk desk)
    {
        var id = desk.Id(node, "question");
        _ = node.Text("kind", ProtocolCode.MissingKey);
        _ = node.Text("stakes", ProtocolCode.MissingKey);
        var kind = Desk.Member(node["kind"], QuestionKind.Text, '-');
        var options = Options(node, kind, desk);
        var yes = Finds(node["yes"], desk);
        var question = new Question(
            id,
            section,
            kind,
            Desk.Member(node["stakes"], Stakes.None),
            node["when"].Exists ? ConditionReader.Read(node["when"], desk) : null,
            [
                .. options
                    .SelectMany(option => option.Asks)
                    .Concat(Desk.Askables(node["asks"]))
                    .Concat(yes.Select(find => find.Finding))
                    .Distinct(),
            ],
            options,
            yes,
            Rephrase(node["rephrase"], id, desk),
            node.Line
        )
        {
            File = node.File,
            SettledByText = node.Flag("settled-by-text", ProtocolCode.WrongValue, true),
            Details = desk.Observables(node["details"]),
            SettlesDoubt = desk.Observables(node["settles-doubt"]),
            SettlesBaseline = desk.Observables(node["settles-baseline"]),
        };
        if (kind != QuestionKind.YesNo && node["yes"].Exists)
        {
            node["yes"].Report(ProtocolCode.MisplacedOptions, "only a yes-no question has yes:; remove it");
        }

        node.RejectOtherKeys(ProtocolCode.UnknownKey);
        return question;
    }

    private static ImmutableArray<Option> Options(Node question, QuestionKind kind, Desk desk)
    {
        var list = question["options"];
        var options = ImmutableArray.CreateBuilder<Option>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Maps("an option", ProtocolCode.WrongValue))
        {
            var id = item.Text("id", ProtocolCode.MissingKey);
            CheckOptionId(item["id"], id, ids);
            var option = new Option(id, Finds(item["finds"], desk));
            options.Add(item["asks"].Exists ? option with { Asks = Desk.Askables(item["asks"]) } : option);
            item.RejectOtherKeys(ProtocolCode.UnknownKey);
        }

        CheckCount(list, kind, options.Count);
        return options.ToImmutable();
    }

    private static void CheckOptionId(Node node, string id, HashSet<string> ids)
    {
        if (Rules.AnswerWords.All.Contains(id) || (id.Length > 0 && !Words.IsId(id)))
        {
            node.Report(
                ProtocolCode.WrongId,
                $"an option cannot be called '{id}'; use small letters and hyphens, and none of: "
                    + string.Join(", ", Rules.AnswerWords.All.Order(StringComparer.Ordinal))
            );
        }

        if (id.Length > 0 && !ids.Add(id))
        {
            node.Report(ProtocolCode.DuplicateId, $"there is another option '{id}' in this question; rename one");
        }
    }

    private static void CheckCount(Node list, QuestionKind kind, int count)
    {
        if (kind is not (QuestionKind.AnyOf or QuestionKind.Choice))
        {
            if (count > 0)
            {
                list.Report(
                    ProtocolCode.MisplacedOptions,
                    "only any-of and choice questions have options; remove them, or change kind"
                );
            }
        }
        else if (count is < 2 or > MostOptions)
        {
            list.Report(
                ProtocolCode.OptionCount,
                $"{count} options; write 2 to {MostOptions} (9 means 'not sure'), or split the question"
            );
        }
    }

    private static ImmutableArray<Observation> Finds(Node node, Desk desk) =>
        [.. node.Items.SelectMany(item => Find(item, desk))];

    private static IEnumerable<Observation> Find(Node node, Desk desk)
    {
        if (!node.IsMap)
        {
            return desk.Observables(node).Select(id => new Observation(id));
        }

        _ = node.Text("finding", ProtocolCode.MissingKey);
        var found = desk.Observables(node["finding"])
            .Select(id => new Observation(id)
            {
                Where = Desk.Member(node["where"], Where.Unknown),
                Trend = Desk.Member(node["trend"], Trend.Unknown),
                When = Desk.Member(node["when"], When.Unknown),
                Severity = Desk.Member(node["severity"], Severity.Unknown),
            })
            .ToList();
        node.RejectOtherKeys(ProtocolCode.UnknownKey);
        return found;
    }

    private static string? Rephrase(Node node, string question, Desk desk)
    {
        if (!node.Exists)
        {
            return null;
        }

        var id = node.Scalar ?? "";
        desk.Later(protocol =>
        {
            var rephrase = protocol.Find(id);
            if (rephrase is null)
            {
                node.Report(ProtocolCode.NoSuchRephrase, $"there is no question '{id}' to rephrase '{question}' with");
            }
            else if (rephrase.Kind != QuestionKind.YesNo || !IsAfter(protocol, id, question))
            {
                node.Report(
                    ProtocolCode.WrongRephrase,
                    $"'{id}' cannot rephrase '{question}'; name a yes-no question that stands after it"
                );
            }
        });
        return id;
    }

    private static bool IsAfter(Protocol protocol, string id, string other)
    {
        var order = protocol.Questions.Select(question => question.Id).ToList();
        return order.IndexOf(id) > order.IndexOf(other);
    }
}
