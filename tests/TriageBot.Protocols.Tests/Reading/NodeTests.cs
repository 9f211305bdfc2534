using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests.Reading;

/// <summary>What every reader of a data file of ours can rely on.</summary>
public sealed class NodeTests
{
    [Fact]
    public void A_number_has_a_point_and_a_comma_makes_none_of_it()
    {
        var (node, defects) = Parse("a: 38.5\nb: -1\nc: 38,5\nd: [1]\n");

        Assert.Equal(38.5m, node.Number("a", "T1"));
        Assert.Equal(-1, node.Number("b", "T1"));
        Assert.Null(node.Number("none", "T1"));
        Assert.Empty(defects);
        Assert.Null(node.Number("c", "T1"));
        Assert.Null(node.Number("d", "T2"));
        Assert.Equal(
            [(3, "T1", "'c' must be a number such as 36.5, and is '38,5'"), (4, "T2", "")],
            defects.Select(d => (d.Line, d.Code, d.Line == 3 ? d.Message : ""))
        );
    }

    [Fact]
    public void A_flag_is_true_or_false_or_what_is_meant_where_it_is_left_out()
    {
        var (node, defects) = Parse("a: true\nb: false\nc: perhaps\n");

        Assert.Equal(
            [true, false, true, false],
            [
                node.Flag("a", "T1", false),
                node.Flag("b", "T1", true),
                node.Flag("x", "T1", true),
                node.Flag("x", "T1", false),
            ]
        );
        Assert.Empty(defects);
        Assert.True(node.Flag("c", "T1", true));
        Assert.Equal("'c' must be true or false, and is 'perhaps'", Assert.Single(defects).Message);
    }

    [Fact]
    public void Texts_are_those_of_a_list_or_one_without_what_is_empty_or_nested()
    {
        var (node, _) = Parse("a: [x, '', [y], z]\nb: w\nc:\nd: ~\n");

        Assert.Equal(["x", "z"], node["a"].Texts);
        Assert.Equal(["w"], node["b"].Texts);
        Assert.Empty(node["c"].Texts);
        Assert.False(node["c"].Exists || node["d"].Exists || node["e"].Exists);
        Assert.Empty(node["d"].Items);
    }

    [Fact]
    public void What_is_missing_has_the_line_of_what_it_is_missing_from()
    {
        var (node, defects) = Parse("a:\n  b:\n    c: 1\n");
        var b = node["a"]["b"];

        Assert.Equal("", b.Text("d", "T1"));
        Assert.Equal("data.yaml:3 T1 'd' is missing; write d: and a text", Assert.Single(defects).ToString());
    }

    [Fact]
    public void A_key_that_nobody_asks_for_is_told_in_its_own_line()
    {
        var (node, defects) = Parse("a: 1\nb:\n  - 2\nc: 3\n");
        _ = (node["c"], node["a"]);

        node.RejectOtherKeys("T1");

        Assert.Equal("data.yaml:2 T1 'b' is not known here; known are: a, c", Assert.Single(defects).ToString());
    }

    private static (Node Node, List<Defect> Defects) Parse(string text)
    {
        var defects = new List<Defect>();
        return (Node.Parse("data.yaml", text, defects, "T0"), defects);
    }
}
