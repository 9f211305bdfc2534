using System.Collections.Immutable;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Reading;
using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Tests.Proofs;

/// <summary>Damage to what is shipped that leaves it sound in itself: only the floor can tell.</summary>
[Trait("Run", "exhaustive")]
public sealed class FloorTests
{
    private static readonly Protocol Sound = Shipped.Kyphoplasty;

    /// <summary>Rules without which a protocol is still above the floor: another rule says the same, or nobody can tell.</summary>
    private static readonly HashSet<string> Doubled = new(StringComparer.Ordinal)
    {
        // A yes to the same question reports chest pain, which is an emergency of its own.
        "pain-on-breathing",
    };

    /// <summary>Some of the emergency rules, spread over all.</summary>
    public static TheoryData<string> RuleIds { get; } =
    [
        .. Sound
            .Rules.Where(rule => rule.Disposition.Route == Route.Emergency)
            .Where((_, index) => index % 3 == 0)
            .Select(rule => rule.Id),
        "pain-on-breathing",
    ];

    [Fact]
    public void What_is_shipped_stands_above_the_floor() => Assert.Empty(Below(Sound));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_protocol_without_one_of_its_rules_falls_below_the_floor(string id)
    {
        var found = Below(Sound with { Rules = Sound.Rules.RemoveAll(rule => rule.Id == id) });

        Assert.Equal(!Doubled.Contains(id), found.Length > 0);
    }

    [Theory]
    [InlineData("chest-pain")]
    [InlineData("someone-else-suicidal")]
    [InlineData("nerve-pressure-saddle-numbness")]
    public void An_emergency_that_became_a_callback_falls_below_the_floor(string id)
    {
        var rule = Sound.Rules.Single(rule => rule.Id == id);
        var soft = rule with
        {
            Disposition = new Disposition(Route.Callback, TimeSpan.FromHours(1)),
            Instruction = null,
        };

        Assert.NotEmpty(Below(Sound with { Rules = Sound.Rules.Replace(rule, soft) }));
    }

    [Fact]
    public void Another_emergency_text_is_noticed()
    {
        var wish = Sound.Rules.Single(rule => rule.Id == "wants-to-die");
        var found = Below(Sound with { Rules = Sound.Rules.Replace(wish, wish with { Instruction = "heart" }) });

        Assert.Contains(found, violation => violation.Code == ProofCode.WrongInstruction);
    }

    [Theory]
    [InlineData("          - { id: soaks-pad, finds: [heavy_bleeding] }\n", "", "TP120")]
    [InlineData("          - { id: weak-all-over, finds: [{ finding: weakness, where: all_over }] }\n", "", "TP120")]
    [InlineData(
        "          - { id: more-pain, asks: [incision_pain_trend], finds: [{ finding: incision_pain, trend: worse }] }\n",
        "",
        "TP120"
    )]
    [InlineData("            - { answer: red-flags-1, is: [unsure, not-read] }\n", "", "TP121")]
    [InlineData(
        "when: { has: cough }\n        yes",
        "when: { all: [{ has: cough }, { has: fever }] }\n        yes",
        "TP121"
    )]
    [InlineData("numbness, tingling, weakness]\n\n# Heard", "numbness]\n\n# Heard", "TP123")]
    [InlineData("unfinished: { route: callback, within: 1h }", "unfinished: { route: callback, within: 8h }", "TP118")]
    [InlineData(
        "temperature: { at-least: fever }\n    route: callback",
        "temperature: { at-least: 39.0 }\n    route: callback",
        "TP118"
    )]
    [InlineData("{ scale: pain-scale, at-least: severe-pain }", "{ scale: pain-scale, at-least: 9 }", "TP118")]
    [InlineData(
        "instructions: [overdose, heart, bleeding, legs, suicide]",
        "instructions: [suicide, overdose, heart, bleeding, legs]",
        "TP119"
    )]
    public void Damage_has_its_own_code_and_tells_what_to_do(string old, string @new, string code)
    {
        var (library, defects) = Edited(old, @new);

        Assert.Empty(defects);
        Assert.Contains(Below(library.Find("kyphoplasty")!), v => v.Code == code && v.Message.Length > 30);
    }

    [Fact]
    public void Emergencies_that_are_asked_last_are_noticed()
    {
        var late = Sound.Sections.Single(section => section.Id == "red-flags");
        var moved = new Protocol(
            Sound.Id,
            Sound.Version,
            Sound.Hash,
            Sound.Review,
            Sound.Thresholds,
            [.. Sound.Sections.Remove(late), late],
            Sound.Rules,
            Sound.Advice,
            Sound.Topics
        )
        {
            Unfinished = Sound.Unfinished,
            Instructions = Sound.Instructions,
            NeverWaits = Sound.NeverWaits,
        };
        Assert.Contains(Below(moved), violation => violation.Code == ProofCode.EmergencyLate);
    }

    [Theory]
    [InlineData("fever: { value: 38.0", "fever: { value: 40.6")]
    [InlineData("fever: { value: 38.0", "fever: { value: 101")]
    [InlineData("fever: { value: 38.0", "fever: { value: \"38,5\"")]
    [InlineData("severe-pain: { value: 7", "severe-pain: { value: 9")]
    [InlineData("recent-hours: { value: 48", "recent-hours: { value: 12")]
    [InlineData("silence-minutes: { value: 15", "silence-minutes: { value: 60")]
    [InlineData("stale-hours: { value: 4", "stale-hours: { value: 24")]
    [InlineData("emergency-minutes: { value: 5", "emergency-minutes: { value: 30")]
    public void A_threshold_beyond_the_floor_is_a_mistake_where_it_stands(string old, string @new)
    {
        var defect = Assert.Single(Edited(old, @new).Defects, defect => defect.Code == "TP004");
        Assert.Equal("shared.yaml", defect.File);
        Assert.InRange(defect.Line, 30, 60);
    }

    private static ProtocolReading Edited(string old, string @new) =>
        ProtocolLibrary.Read(
            Directory
                .EnumerateFiles(Shipped.ProtocolDirectory)
                .Select(file => new SourceText(Path.GetFileName(file), File.ReadAllText(file).ReplaceLineEndings("\n")))
                .Select(source =>
                    source.File == "shared.yaml"
                        ? source with
                        {
                            Text = Reading.Sample.Break(source.Text, old, @new),
                        }
                        : source
                )
        );

    private static ImmutableArray<Violation> Below(Protocol protocol)
    {
        var docket = new Docket(protocol);
        new FloorChecks(protocol, Floor.Shipped, docket).Check();
        return docket.Violations;
    }
}
