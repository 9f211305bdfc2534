using TriageBot.Protocols;
using TriageBot.Protocols.Rules;

namespace TriageBot.Host.Charts;

/// <summary>Rules that were written as one: a route, what must be told, and why.</summary>
internal sealed class HeardRow
{
    private const double Size = 14;
    private const double Leading = 1.3;

    private readonly Rule first;
    private readonly IReadOnlyList<string> name;
    private readonly IReadOnlyList<string> what;
    private readonly IReadOnlyList<string> why;

    public HeardRow(Protocol protocol, IReadOnlyList<Rule> rules)
    {
        first = rules[0];
        name = TextLines.Break(NameOf(rules), 210, Size);
        var words = ConditionWords.Of(first.When, protocol);
        var all = string.Join(", ", rules.Select(rule => ConditionWords.Name(rule.About)));
        what = TextLines.Break(
            rules.Count == 1
                ? words
                : $"Each of {all}: {words.Replace(ConditionWords.Name(first.About), "it", StringComparison.Ordinal)}",
            540,
            Size
        );
        var text = first.Instruction is { } instruction ? $"Text: {instruction}. " : "";
        why = TextLines.Break(text + Why(first.Source), 400, Size);
    }

    public double Height =>
        Math.Max(Chip.Height, Math.Max(name.Count, Math.Max(what.Count, why.Count)) * Size * Leading) + 14;

    public void Draw(Svg svg, double y)
    {
        Chip.Of(first.Disposition).Draw(svg, 40, y, 140);
        svg.Lines(196, y + 16, Size, name, "fill=\"#1F3A5F\" font-weight=\"bold\"");
        svg.Lines(420, y + 16, Size, what);
        svg.Lines(974, y + 16, Size, why, "fill=\"#333\"");
        svg.Line(40, y + Height - 7, 1374, y + Height - 7, "stroke=\"#ddd\" stroke-width=\"1\"");
    }

    /// <summary>Rules by where they stand in the file: those of one <c>each</c> stand together.</summary>
    public static IEnumerable<HeardRow> Of(Protocol protocol) =>
        protocol
            .Rules.GroupBy(rule => rule.Line)
            .OrderByDescending(group => group.First().Disposition)
            .Select(group => new HeardRow(protocol, [.. group]));

    public static string Why(Source source) =>
        source switch
        {
            Source.Cite cite => $"Sheet: “{cite.Text}”",
            Source.Addition addition => $"Addition: {addition.Because}",
            _ => "",
        };

    /// <summary>What the file calls them: the id without the finding at its end.</summary>
    public static string NameOf(IReadOnlyList<Rule> rules) =>
        rules.Count == 1 ? rules[0].Id : rules[0].Id[..^(rules[0].About.Length + 1)];
}
