using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Reading;

/// <summary>Reads the hospital's sheet, and what a rule, an advice, a topic or a threshold says of its source.</summary>
internal static class SourceReader
{
    /// <summary>The group of the sheet's lines that each must be cited by a rule.</summary>
    private const string AlarmGroup = "call-your-doctor";

    /// <summary>Reads groups of lines: <c>group: { line-id: text }</c>.</summary>
    public static void Sheet(Node node, Desk desk)
    {
        if (!node.Exists || !node.ExpectMap("sheet", ProtocolCode.WrongValue))
        {
            return;
        }

        foreach (var (group, lines) in node.Entries.Where(e => e.Value.ExpectMap("a group", ProtocolCode.WrongValue)))
        {
            foreach (var (id, line) in lines.Entries)
            {
                desk.Claim(line, "sheet line", id);
                if (line.Scalar is not { Length: > 0 } text)
                {
                    line.Report(
                        ProtocolCode.MissingKey,
                        $"sheet line '{id}' has no text; write it as the sheet has it"
                    );
                    continue;
                }

                desk.Sheet.TryAdd(id, new SheetLine(text.Trim(), line, group == AlarmGroup));
            }
        }
    }

    /// <summary>Reads <c>cite:</c> or <c>addition:</c>; one of them must be there.</summary>
    public static Source Read(Node node, string what, Desk desk)
    {
        var (cite, addition) = (node["cite"], node["addition"]);
        if (cite.Exists && addition.Exists)
        {
            addition.Report(ProtocolCode.TwoSources, $"{what} has both cite: and addition:; keep one");
        }

        if (cite.Exists)
        {
            return Cite(cite, desk);
        }

        if (!addition.Exists || string.IsNullOrWhiteSpace(addition.Scalar))
        {
            node.Report(
                ProtocolCode.NoSource,
                $"{what} has neither cite: nor addition:; cite a line of the sheet, or give the reason of the addition"
            );
        }

        return new Source.Addition(addition.Scalar?.Trim() ?? "");
    }

    private static Source.Cite Cite(Node cite, Desk desk)
    {
        var id = cite.Scalar ?? "";
        if (!desk.Sheet.TryGetValue(id, out var line))
        {
            var known = string.Join(", ", desk.Sheet.Keys.Order(StringComparer.Ordinal));
            cite.Report(ProtocolCode.UnknownLine, $"the sheet has no line '{id}'; its lines are: {known}");
        }

        return new Source.Cite(id, line?.Text ?? "");
    }
}
