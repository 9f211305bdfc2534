using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Reading;

/// <summary>Reads <c>floor.yaml</c>, in the notation of protocols.</summary>
internal static class FloorReader
{
    /// <exception cref="DefectiveDataException">Something is wrong with it.</exception>
    public static Floor Read(SourceText source)
    {
        var defects = new List<Defect>();
        var desk = new Desk();
        var root = Node.Parse(source.File, source.Text, defects, ProtocolCode.NotYaml);
        desk.Instructions.AddRange(root["instructions"].Texts);
        var floor = new Floor(
            [.. Thresholds(root["thresholds"])],
            [.. desk.Instructions],
            desk.Observables(root["never-waits"]),
            [.. Asked(root["asked"])],
            [.. FollowUps(root["follow-ups"], desk)],
            [.. RuleReader.Rules(root["rules"], desk)]
        );
        root.RejectOtherKeys(ProtocolCode.UnknownKey);
        return defects.Count == 0 ? floor : throw new DefectiveDataException(defects);
    }

    private static IEnumerable<FloorBounds> Thresholds(Node node)
    {
        foreach (var (name, bounds) in node.Entries)
        {
            yield return new FloorBounds(
                name,
                bounds.Number("at-least", ProtocolCode.WrongValue) ?? decimal.MinValue,
                bounds.Number("at-most", ProtocolCode.WrongValue) ?? decimal.MaxValue
            );
            bounds.RejectOtherKeys(ProtocolCode.UnknownKey);
        }
    }

    private static IEnumerable<FloorQuestion> Asked(Node node)
    {
        foreach (var stakes in new[] { Stakes.Emergency, Stakes.Callback })
        {
            foreach (var item in node[Words.Of(stakes.ToString(), '-')].Items)
            {
                var place = item.IsMap ? Desk.Member(item["where"], Where.Unknown) : Where.Unknown;
                foreach (var asks in Desk.Askables(item.IsMap ? item["finding"] : item))
                {
                    yield return new FloorQuestion(stakes, asks, place);
                }
            }
        }

        node.RejectOtherKeys(ProtocolCode.UnknownKey);
    }

    private static IEnumerable<FloorFollowUp> FollowUps(Node node, Desk desk)
    {
        foreach (var item in node.Maps("a follow-up", ProtocolCode.WrongValue))
        {
            var id = desk.Id(item, "follow-up");
            yield return new FloorFollowUp(
                id,
                ConditionReader.Required(item, $"follow-up '{id}'", desk),
                Desk.Member(item["stakes"], Stakes.Callback),
                Desk.Askables(item["asks"])
            );
            item.RejectOtherKeys(ProtocolCode.UnknownKey);
        }
    }
}
