using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests.Reading;

public class PlainYamlTests
{
    [Fact]
    public void The_files_that_ship_are_read_the_same_by_both_readers()
    {
        var files = Directory.GetFiles(
            Path.Combine(Shipped.ProtocolDirectory, ".."),
            "*.yaml",
            SearchOption.AllDirectories
        );
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var plain = PlainYaml.Read(text);
            Assert.True(plain is null || YamlText.Show(plain) == YamlText.Full(text), file);
        }
    }

    [Fact]
    public void Protocols_that_ship_are_plain_so_that_a_start_is_quick() =>
        Assert.All(
            Directory.GetFiles(Shipped.ProtocolDirectory, "*.yaml"),
            file => Assert.NotNull(PlainYaml.Read(File.ReadAllText(file)))
        );

    [Theory]
    [InlineData("a: 1\nb:\n  - x y # why\n  - 'it''s'\n  - k: v\n    l: w\nc: [p, 'q, r']\nd: {e: f, g: [h]}\n")]
    [InlineData("# head\na: >-\n  one two\n  three\n\nb:\n- x\n- \"y\"\n")]
    [InlineData("a:\nb: ~\nc: \"\"\nd: x:y\ne: http://x # end\n")]
    [InlineData("a: &x\n  - b\n  - c\nd: *x\ne:\n  f: *x\n")]
    [InlineData("a: &x-1\n  b: c\nd:\n  - e: *x-1\n    f: g\n")]
    [InlineData(YamlText.Rich)]
    [InlineData("'true': yes\n\"no\": 'a: b'\n")]
    public void Plain_yaml_is_read_as_the_whole_language_reads_it(string text)
    {
        var plain = PlainYaml.Read(text);
        Assert.NotNull(plain);
        Assert.Equal(YamlText.Full(text), YamlText.Show(plain));
    }

    [Theory]
    [InlineData("a: one\n  two\n")]
    [InlineData("a: |\n  one\n")]
    [InlineData("a: >-\n  one\n\n  two\n")]
    [InlineData("a: >-\n  one\n    two\n")]
    [InlineData("a: &x 1\nb: *x\n")]
    [InlineData("a: &x\n  - b: *x\n")]
    [InlineData("a: &x\n  - b\nc: &y\n  - d: *x\ne: *y\n")]
    [InlineData("a: &x\n  - b\nc: *y\n")]
    [InlineData("a: \"\\u0041\"\n")]
    [InlineData("a: !!str 1\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a: [1, 2\n")]
    [InlineData("a: 'open\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a:\n\t- b\n")]
    [InlineData("- - a\n")]
    [InlineData("--- \na: 1\n")]
    [InlineData("a: 1\n  b: 2\n")]
    [InlineData("a:\n  - x\n - y\n")]
    [InlineData("just words\n")]
    [InlineData("? a\n: b\n")]
    [InlineData("a: @b\n")]
    [InlineData(": a\n")]
    [InlineData("a: 1\n: b\n")]
    [InlineData("- : a\n")]
    public void Anything_else_is_left_to_the_whole_language(string text) => Assert.Null(PlainYaml.Read(text));

    /// <summary>Whatever a slip of the hand makes of a file: the quick reader reads it rightly, or leaves it to the other.</summary>
    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("- ")]
    [InlineData(": ")]
    [InlineData(" #")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("[")]
    [InlineData("}")]
    [InlineData(",")]
    [InlineData("&x ")]
    [InlineData("*x ")]
    [InlineData(">-\n")]
    [InlineData("\\")]
    [InlineData("--- ")]
    [InlineData("\n...\n")]
    public void A_slip_anywhere_is_read_rightly_or_left_to_the_whole_language(string slip)
    {
        for (var at = 0; at < YamlText.Rich.Length; at++)
        {
            ExpectRightOrLeft(YamlText.Rich.Insert(at, slip));
        }
    }

    [Fact]
    public void A_letter_lost_anywhere_is_read_rightly_or_left_to_the_whole_language()
    {
        for (var at = 0; at < YamlText.Rich.Length; at++)
        {
            ExpectRightOrLeft(YamlText.Rich.Remove(at, 1));
        }
    }

    private static void ExpectRightOrLeft(string text)
    {
        if (PlainYaml.Read(text) is { } plain)
        {
            Assert.Equal((text, YamlText.Full(text)), (text, YamlText.Show(plain)));
        }
    }
}
