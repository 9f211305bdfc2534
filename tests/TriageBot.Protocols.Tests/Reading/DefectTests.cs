using System.Reflection;
using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests.Reading;

/// <summary>Each code has a protocol that is broken in its way; the report names the code and the line.</summary>
public sealed class DefectTests
{
    /// <summary>Code, what is replaced in the sample, the mistake, and what stands on the line that is named.</summary>
    public static TheoryData<string, string, string, string?> Mistakes { get; } =
        new()
        {
            { "TP001", "id: sample", "id: [sample", "version: 1.0.0" },
            { "TP001", "id: sample", "id: sample\n---\nid: other", "id: sample" },
            { "TP001", "finds: [chest_pain]", "finds: &x [*x]", "id: sample" },
            { "TP001", "id: sample", "id: sample\nid: other", "id: other" },
            { "TP002", "  status: draft", "  reviewed-by: Ann Lee", null },
            { "TP002", "about: back_pain_severe", "# no about", "- id: severe" },
            { "TP002", "kind: scale", "# no kind", "- id: score" },
            { "TP002", "{ has: fever }", "{ has: }", null },
            { "TP003", "version: 1.0.0", "version: 1.0.0\nowner: me", "owner: me" },
            { "TP003", "{ has: fever }", "{ has: fever, since: monday }", null },
            { "TP004", "kind: scale", "kind: slider", null },
            { "TP004", "{ has: fever }", "{ feels: hot }", null },
            { "TP004", "any: [{ has: fever }, { temperature: { at-least: fever, below: 45 } }]", "all: []", null },
            { "TP004", "offers-callback: true", "offers-callback: perhaps", null },
            { "TP004", "fever: { value: 38.0", "fever: { value: 380", null },
            { "TP004", "advice:\n  - id: rest", "advice: rest\nnotes:\n  - id: rest", null },
            { "TP005", "- id: score", "- id: Pain Score", null },
            { "TP005", "{ id: chest,", "{ id: none,", null },
            { "TP005", "id: sample", "id: another", null },
            { "TP006", "- id: severe", "- id: fever-high", null },
            { "TP006", "{ id: faint,", "{ id: chest,", null },
            { "TP006", "- id: score", "- id: fever", null },
            { "TP007", "version: 1.0.0", "version: next", null },
            { "TP008", "  status: draft", "  status: draft\n  review-due: 31.12.2026", "review-due" },
            { "TP009", "version: 1.0.0", "version: 1.0.0\nincludes: [common.yaml]", "includes" },
            { "TP009", "version: 1.0.0", "version: 1.0.0\nincludes: [sample.yaml]", "includes" },
            { "TP011", "{ has: fever }", "{ has: fevr }", null },
            { "TP011", "finds: [fainting]", "finds: [faint]", null },
            { "TP012", "{ fact: back_pain }", "{ fact: back }", null },
            { "TP013", "{ answer: fever, is: no }", "{ answer: feever, is: no }", null },
            { "TP013", "{ scale: score,", "{ scale: scores,", null },
            { "TP014", "{ answer: fever, is: no }", "{ answer: fever, is: none }", null },
            { "TP014", "{ scale: score,", "{ scale: fever,", null },
            { "TP015", "at-least: severe-pain", "at-least: awful-pain", null },
            { "TP015", "  recent-hours: { value: 48, addition: ours }\n", "", "id: sample" },
            { "TP016", "cite: chest", "cite: chests", null },
            { "TP017", "instruction: heart", "instruction: hart", null },
            { "TP018", "addition: common sense", "# because", "- id: rest" },
            { "TP019", "cite: infection", "cite: infection\n    addition: and ours", "addition: and ours" },
            { "TP020", "    instruction: heart\n", "", "- id: alarm\n    each" },
            { "TP021", "within: 4h", "within: 4h\n    instruction: heart", "instruction: heart\n    addition: ours" },
            { "TP022", "          - { id: faint, finds: [fainting] }\n", "", "- { id: chest" },
            { "TP022", "          - { id: faint, finds: [fainting] }", NineOptions, "- { id: chest" },
            { "TP023", "{ id: faint, finds: [fainting] }", "{ id: hot, finds: [fever] }", null },
            { "TP024", "rephrase: alarm-sure", "rephrase: alarm-again", null },
            { "TP025", "rephrase: alarm-sure", "rephrase: score", null },
            { "TP026", "    within: 4h\n", "", "- id: severe" },
            { "TP027", "within: 4h", "within: 0h", null },
            { "TP027", "within: 4h", "within: soon", null },
            { "TP027", "route: emergency", "route: emergency\n    within: 1h", "within: 1h\n    instruction" },
            { "TP028", "sections:", "section-drafts:", "id: sample" },
            { "TP029", "cite: infection", "addition: ours", "infection: Fever" },
            { "TP030", "  - cough\n", "", "id: sample" },
            { "TP031", "status: draft", "status: approved", null },
            {
                "TP032",
                "status: draft",
                "status: draft\n  reviewed-on: 2026-05-02\n  review-due: 2026-05-01",
                "review-due"
            },
            { "TP033", "{ fact: back_pain }", "{ scale: score, at-least: 1 }", null },
            { "TP033", "{ answer: alarm, is: [unsure, not-read] }", "{ answer: fever, is: [unsure] }", null },
            { "TP034", "below: 45", "below: 38", null },
            { "TP035", "yes: [fever]", "options: [{ id: a }, { id: b }]", null },
            {
                "TP035",
                "stakes: callback\n        when",
                "stakes: callback\n        yes: [fever]\n        when",
                "yes: [fever]\n        when"
            },
            { "TP036", "is: [yes, unsure, not-read] }", "is: [yes, unsure] }", "- id: alarm-sure" },
            { "TP037", "route: callback\n    within: 4h", "route: selfcare", null },
            {
                "TP038",
                "kind: yes-no\n        stakes: callback",
                "kind: yes-no\n        stakes: none",
                "- id: fever\n        kind"
            },
            { "TP039", "{ id: faint, finds: [fainting] }", "{ id: itchy, finds: [itch] }", null },
        };

    /// <summary>More ways to the same codes: wherever a key stands that nothing reads, a list is empty, a word is missing.</summary>
    public static TheoryData<string, string, string, string> OtherMistakes { get; } =
        new()
        {
            { "TP002", "    when: { scale: score, at-least: severe-pain }\n", "", "has no when:" },
            { "TP002", "{ answer: fever, is: no }", "{ answer: fever }", "'is' is missing" },
            { "TP002", "{ scale: score, at-least: severe-pain }", "{ scale: score }", "at-least: or below:" },
            { "TP002", "review:\n  status: draft\n", "", "'review' is missing" },
            { "TP002", "unfinished: { route: callback, within: 1h }\n", "", "unfinished" },
            { "TP003", "{ at-least: fever, below: 45 } }]", "{ at-least: fever, below: 45, unit: c } }]", "unit" },
            { "TP003", "{ answer: fever, is: no }", "{ answer: fever, is: no, was: yes }", "was" },
            { "TP003", "  status: draft", "  status: draft\n  by: Ann", "by" },
            { "TP003", "fever: { value: 38.0,", "fever: { value: 38.0, unit: c,", "unit" },
            { "TP003", "{ route: callback, within: 1h }", "{ route: callback, within: 1h, by: nurse }", "by" },
            { "TP003", "  - id: all\n", "  - id: all\n    title: All\n", "title" },
            { "TP003", "{ id: faint, finds: [fainting] }", "{ id: faint, finds: [fainting], label: x }", "label" },
            { "TP003", "finds: [fainting]", "finds: [{ finding: fainting, side: left }]", "side" },
            { "TP003", "  - id: severe\n", "  - id: severe\n    why: pain\n", "why" },
            { "TP003", "  - id: rest\n", "  - id: rest\n    why: pain\n", "why" },
            { "TP003", "  - id: shower\n", "  - id: shower\n    why: pain\n", "why" },
            { "TP004", "{ answer: fever, is: no }", "{ answer: fever, is: [] }", "empty" },
            { "TP004", "{ has: fever }", "{ has: fever, where: [] }", "empty" },
            { "TP004", "{ fact: back_pain }", "{ fact: back_pain, is: [] }", "empty" },
            { "TP004", "each: [chest_pain, fainting]", "each: []", "empty" },
            { "TP004", "{ temperature: { at-least: fever, below: 45 } }", "{ temperature: hot }", "temperature" },
            { "TP004", "at-least: severe-pain", "at-least: 6.5", "whole number" },
            { "TP004", "currency: current", "currency: [current, past]", "one word" },
            { "TP004", "review:\n  status: draft", "review: draft", "review" },
            { "TP006", "instructions: [heart, legs]", "instructions: [heart, heart]", "heart" },
            { "TP011", "finds: [fainting]", "finds: [fainted]", "fainting" },
            { "TP011", "{ has: fever }", "{ has: cogh }", "cough" },
            { "TP011", "asks: [chest_pain]", "asks: [chest_pian]", "chest_pain" },
            { "TP012", "{ fact: back_pain }", "{ fact: back }", "back_pain, " },
            { "TP027", "within: 4h", "within: 25h", "up to a day" },
        };

    private const string NineOptions = """
                  - { id: a, finds: [fainting] }
                  - { id: b, finds: [fainting] }
                  - { id: c, finds: [fainting] }
                  - { id: d, finds: [fainting] }
                  - { id: e, finds: [fainting] }
                  - { id: f, finds: [fainting] }
                  - { id: g, finds: [fainting] }
                  - { id: h, finds: [fainting] }
        """;

    [Fact]
    public void The_sample_is_sound() => Assert.Empty(Sample.Read(Sample.Text).Defects);

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_by_code_file_and_line(string code, string old, string mistake, string? at)
    {
        var text = Sample.Break(Sample.Text, old, mistake);
        var place = at is null
            ? Sample.Text.IndexOf(old, StringComparison.Ordinal)
            : text.IndexOf(at, StringComparison.Ordinal);

        var reading = Sample.Read(text);
        var defect = Assert.Single(reading.Defects, d => d.Code == code);
        Assert.Equal("sample.yaml", defect.File);
        Assert.Equal(1 + text[..place].Count(c => c == '\n'), defect.Line);
        Assert.Empty(reading.Library.Protocols);
    }

    [Theory]
    [MemberData(nameof(OtherMistakes))]
    public void A_mistake_says_what_is_wrong(string code, string old, string mistake, string says) =>
        Assert.Contains(
            Sample.Read(Sample.Break(Sample.Text, old, mistake)).Defects,
            defect => defect.Code == code && defect.Message.Contains(says, StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("within: 4h", "within: 24h")]
    [InlineData("at-least: severe-pain", "at-least: 10")]
    [InlineData("status: draft", "status: draft\n  reviewed-on: 2026-05-01\n  review-due: 2026-05-01")]
    public void What_stands_just_within_its_bounds_is_no_mistake(string old, string edge) =>
        Assert.Empty(Sample.Read(Sample.Break(Sample.Text, old, edge)).Defects);

    [Fact]
    public void Every_code_has_its_example()
    {
        var tried = Mistakes
            .Select(row => (string)((object[])row)[0])
            .Append(ProtocolCode.LooseFile)
            .Concat([ProtocolCode.NotText, ProtocolCode.TooLarge, ProtocolCode.ThresholdOrder])
            .ToHashSet();

        Assert.Empty(Codes.Except(tried));
    }

    [Fact]
    public void Every_code_is_explained_in_the_documentation()
    {
        var page = File.ReadAllLines(Path.Combine(Shipped.Root, "docs", "protocol-defects.md"));
        var explained = page.Where(line => line.StartsWith("| TP0", StringComparison.Ordinal)).Select(l => l[2..7]);

        Assert.Equal(Codes.Order(StringComparer.Ordinal), explained);
    }

    [Fact]
    public void Codes_are_unique() => Assert.Equal(Codes.Count, Codes.Distinct().Count());

    private static List<string> Codes { get; } =
    [
        .. typeof(ProtocolCode)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetValue(null)!),
    ];
}
