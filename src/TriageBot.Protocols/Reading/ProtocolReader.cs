using System.Collections.Immutable;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Reading;

/// <summary>Reads one protocol from its file and the files it includes. What is wrong is noted, and reading goes on.</summary>
internal static class ProtocolReader
{
    /// <param name="root">The protocol's own file.</param>
    /// <param name="includes">The files it includes, in its order.</param>
    /// <param name="hash">The digest of all their texts.</param>
    public static Protocol Read(Node root, IReadOnlyList<Node> includes, string hash)
    {
        var desk = new Desk();
        ImmutableArray<Node> parts = [.. includes, root];
        foreach (var part in parts)
        {
            SourceReader.Sheet(part["sheet"], desk);
        }

        foreach (var part in parts)
        {
            HeaderReader.Thresholds(part["thresholds"], desk);
            Instructions(part["instructions"], desk);
        }

        var protocol = new Protocol(
            desk.Id(root, "protocol"),
            HeaderReader.Version(root),
            hash,
            HeaderReader.Review(root),
            HeaderReader.Shared(root, desk),
            Collect("sections", QuestionReader.Sections),
            Collect("rules", RuleReader.Rules),
            Collect("advice", RuleReader.Advice),
            Collect("topics", RuleReader.Topics)
        )
        {
            Unfinished = Unfinished(parts, root),
            Instructions = [.. desk.Instructions],
            ListenedFor = [.. parts.SelectMany(part => desk.Observables(part["listened-for"])).Distinct()],
            NeverWaits = [.. parts.SelectMany(part => desk.Observables(part["never-waits"])).Distinct()],
        };
        if (protocol.Id.Length > 0 && root.File != $"{protocol.Id}.yaml")
        {
            root["id"].Report(ProtocolCode.WrongId, $"protocol '{protocol.Id}' must stand in '{protocol.Id}.yaml'");
        }

        HeaderReader.CheckOrder(root, desk);
        _ = root["includes"];
        foreach (var part in parts)
        {
            part.RejectOtherKeys(ProtocolCode.UnknownKey);
        }

        desk.Finish(protocol);
        Soundness.Check(protocol, root, parts, desk);
        return protocol;

        ImmutableArray<T> Collect<T>(string key, Func<Node, Desk, IEnumerable<T>> read) =>
            [.. parts.SelectMany(part => read(part[key], desk))];
    }

    private static void Instructions(Node node, Desk desk)
    {
        foreach (var item in node.Items)
        {
            desk.Claim(item, "instruction", item.Scalar ?? "");
            desk.Instructions.Add(item.Scalar ?? "");
        }
    }

    private static Disposition Unfinished(ImmutableArray<Node> parts, Node root)
    {
        var node = parts.Select(part => part["unfinished"]).FirstOrDefault(node => node.Exists);
        if (node is null)
        {
            root.Report(
                ProtocolCode.MissingKey,
                "'unfinished' is missing; write unfinished: { route: callback, within: 1h }"
            );
            return new Disposition(Route.Callback, TimeSpan.FromHours(1));
        }

        if (!node.ExpectMap("unfinished", ProtocolCode.WrongValue))
        {
            return new Disposition(Route.Callback, TimeSpan.FromHours(1));
        }

        var disposition = RuleReader.Disposition(node);
        node.RejectOtherKeys(ProtocolCode.UnknownKey);
        return disposition;
    }
}
