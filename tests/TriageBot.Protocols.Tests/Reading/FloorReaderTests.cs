using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Proofs;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Reading;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Tests.Reading;

/// <summary>What is written as the floor is what protocols are held against; a floor with a mistake is none.</summary>
public sealed class FloorReaderTests
{
    private const string Text = """
        thresholds:
          fever: { at-least: 37.8, at-most: 38.0 }
          raised: { at-most: 37.5 }
          low: { at-least: 35 }
        instructions: [heart, legs]
        never-waits: [fever, chills]
        asked:
          emergency: [chest_pain]
          callback:
            - { finding: weakness, where: all_over }
            - name
        follow-ups:
          - id: bleeding
            when: { has: bleeding }
            stakes: emergency
            asks: [bleeding_amount]
          - id: fever
            when: { has: fever }
            asks: [temperature]
        rules:
          - id: chest
            when: { has: chest_pain }
            route: emergency
            instruction: heart
            addition: ours
        """;

    [Fact]
    public void What_was_written_is_what_is_read()
    {
        var floor = Read(Text);

        Assert.Equal<FloorBounds>(
            [
                new FloorBounds("fever", 37.8m, 38.0m),
                new FloorBounds("raised", decimal.MinValue, 37.5m),
                new FloorBounds("low", 35m, decimal.MaxValue),
            ],
            floor.Thresholds
        );
        Assert.Equal<string>(["heart", "legs"], floor.Instructions);
        Assert.Equal<string>(["fever", "chills"], floor.NeverWaits);
        Assert.Equal<FloorQuestion>(
            [
                new FloorQuestion(Stakes.Emergency, "chest_pain", Where.Unknown),
                new FloorQuestion(Stakes.Callback, "weakness", Where.AllOver),
                new FloorQuestion(Stakes.Callback, "name", Where.Unknown),
            ],
            floor.Asked
        );
        Assert.Equal(
            [("bleeding", Stakes.Emergency, "bleeding_amount"), ("fever", Stakes.Callback, "temperature")],
            floor.FollowUps.Select(item => (item.Id, item.Stakes, Assert.Single(item.Asks)))
        );
        Assert.Equal<string>(["fever"], Assert.IsType<Condition.Has>(floor.FollowUps[1].When).Findings);
        Assert.Equal("chest", Assert.Single(floor.Rules).Id);
    }

    [Theory]
    [InlineData("TP003", 1, "thresholds:", "limits: {}\nthresholds:")]
    [InlineData("TP003", 2, "at-most: 38.0", "at-most: 38.0, unit: c")]
    [InlineData("TP004", 2, "at-most: 38.0", "at-most: high")]
    [InlineData("TP011", 6, "[fever, chills]", "[fever, chill]")]
    [InlineData("TP003", 8, "  emergency: [chest_pain]", "  self-care: [cough]\n  emergency: [chest_pain]")]
    [InlineData("TP004", 10, "where: all_over", "where: arm")]
    [InlineData("TP011", 11, "- name", "- nickname")]
    [InlineData("TP002", 13, "- id: bleeding\n    when: { has: bleeding }", "- id: bleeding")]
    [InlineData("TP003", 14, "when: { has: bleeding }", "why: never\n    when: { has: bleeding }")]
    [InlineData("TP004", 15, "stakes: emergency", "stakes: high")]
    [InlineData("TP011", 16, "[bleeding_amount]", "[amount]")]
    [InlineData("TP006", 17, "- id: fever", "- id: bleeding")]
    [InlineData("TP017", 24, "instruction: heart", "instruction: hart")]
    public void A_mistake_in_the_floor_is_told_with_its_line(string code, int line, string old, string mistake)
    {
        var text = Sample.Break(Text, old, mistake);

        var defect = Assert.Single(Assert.Throws<DefectiveDataException>(() => Read(text)).Defects);
        Assert.Equal(("floor.yaml", code, line), (defect.File, defect.Code, defect.Line));
    }

    private static Floor Read(string text) => FloorReader.Read(new SourceText("floor.yaml", text));
}
