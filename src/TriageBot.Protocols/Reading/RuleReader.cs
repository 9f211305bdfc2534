using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Reading;

/// <summary>
/// Reads rules, advice and topics. A rule with <c>each: [a, b]</c> is one rule for each of the findings: "each" in its
/// condition stands for the finding, and the id ends in it.
/// </summary>
internal static class RuleReader
{
    /// <summary>A callback later than this is none.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static IEnumerable<Rule> Rules(Node node, Desk desk)
    {
        return node.Maps("a rule", ProtocolCode.WrongValue).SelectMany(item => Expand(item, desk)).ToList();
    }

    public static IEnumerable<Advice> Advice(Node node, Desk desk)
    {
        foreach (var item in node.Maps("an advice", ProtocolCode.WrongValue))
        {
            var id = desk.Id(item, "advice");
            var when = item["when"].Exists ? ConditionReader.Read(item["when"], desk) : null;
            yield return new Advice(id, when, SourceReader.Read(item, $"advice '{id}'", desk));
            item.RejectOtherKeys(ProtocolCode.UnknownKey);
        }
    }

    public static IEnumerable<Topic> Topics(Node node, Desk desk)
    {
        foreach (var item in node.Maps("a topic", ProtocolCode.WrongValue))
        {
            var id = desk.Id(item, "topic");
            var offers = item.Flag("offers-callback", ProtocolCode.WrongValue, false);
            yield return new Topic(id, offers, SourceReader.Read(item, $"topic '{id}'", desk));
            item.RejectOtherKeys(ProtocolCode.UnknownKey);
        }
    }

    /// <summary>Reads <c>route:</c> and <c>within:</c>.</summary>
    public static Disposition Disposition(Node node)
    {
        _ = node.Text("route", ProtocolCode.MissingKey);
        var limit = node["within"];
        switch (node["route"].Scalar)
        {
            case "callback":
                return new Disposition(Route.Callback, Limit(node, limit));
            case "emergency":
                if (limit.Exists)
                {
                    limit.Report(ProtocolCode.WrongLimit, "an emergency has no time limit; remove within:");
                }

                return new Disposition(Route.Emergency);
            case "selfcare":
                node["route"]
                    .Report(ProtocolCode.LoweringRule, "no rule lowers to self-care; it is what is left; remove it");
                return Routes.Disposition.SelfCare;
            default:
                if (node["route"].Exists)
                {
                    node["route"].Report(ProtocolCode.WrongValue, "route must be emergency or callback");
                }

                return Routes.Disposition.SelfCare;
        }
    }

    private static TimeSpan Limit(Node node, Node limit)
    {
        if (!limit.Exists)
        {
            node.Report(ProtocolCode.NoLimit, "a callback needs a time limit; write within: 1h");
        }
        else if (Words.Limit(limit.Scalar) is { } within && within <= Longest)
        {
            return within;
        }
        else
        {
            limit.Report(
                ProtocolCode.WrongLimit,
                $"'{limit.Scalar}' is no time limit above zero and up to a day; write 30m, 1h or 4h"
            );
        }

        return TimeSpan.FromHours(1);
    }

    private static List<Rule> Expand(Node node, Desk desk)
    {
        var id = node.Text("id", ProtocolCode.MissingKey);
        var each = desk.Observables(node["each"]);
        if (!node["each"].Exists)
        {
            return [Read(node, id, desk)];
        }

        node["each"].RejectEmptyList(ProtocolCode.WrongValue);

        var rules = new List<Rule>();
        foreach (var finding in each)
        {
            desk.Each = finding;
            rules.Add(Read(node, $"{id}-{finding.Replace('_', '-')}", desk));
            desk.Each = null;
        }

        return rules;
    }

    private static Rule Read(Node node, string id, Desk desk)
    {
        desk.Claim(node["id"], "rule", id);
        var what = $"rule '{node["id"].Scalar}'";
        var when = ConditionReader.Required(node, what, desk);
        var disposition = Disposition(node);
        var rule = new Rule(
            id,
            About(node, when, desk),
            when,
            disposition,
            SourceReader.Read(node, what, desk),
            node.Line
        )
        {
            Instruction = Instruction(node, disposition, desk),
            File = node.File,
        };
        node.RejectOtherKeys(ProtocolCode.UnknownKey);
        return rule;
    }

    private static string About(Node node, Condition when, Desk desk)
    {
        if (node["about"].Scalar == Vocabulary.Unclear)
        {
            return Vocabulary.Unclear;
        }

        if (node["about"].Exists)
        {
            return desk.Observables(node["about"]) is [var about] ? about : "";
        }

        if (desk.Each is { } each)
        {
            return each;
        }

        if (when is Condition.Has { Findings: [var only] })
        {
            return only;
        }

        node["about"]
            .Report(ProtocolCode.MissingKey, "'about' is missing; write the finding that is told as the reason");
        return "";
    }

    private static string? Instruction(Node node, Disposition disposition, Desk desk)
    {
        var id = node["id"].Scalar;
        var instruction = node["instruction"];
        var isEmergency = disposition.Route == Route.Emergency;
        if (!instruction.Exists)
        {
            if (isEmergency)
            {
                node.Report(
                    ProtocolCode.NoInstruction,
                    $"emergency rule '{id}' has no instruction:; write one of: {string.Join(", ", desk.Instructions)}"
                );
            }

            return null;
        }

        if (!isEmergency)
        {
            instruction.Report(ProtocolCode.IdleInstruction, $"rule '{id}' is no emergency; remove instruction:");
        }
        else if (!desk.Instructions.Contains(instruction.Scalar ?? ""))
        {
            instruction.Report(
                ProtocolCode.UnknownInstruction,
                $"'{instruction.Scalar}' is no instruction; write one of: {string.Join(", ", desk.Instructions)}"
            );
        }

        return instruction.Scalar;
    }
}
