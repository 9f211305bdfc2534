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
    [InlineData("'true': yes\n\"no\": 'a: b'\n")]
    [InlineData("a: -1\nb: ?x\nc: :y\nd: x#y\ne: x'y\"z\n")]
    [InlineData("a: [-1, ?x, x#y, x'y, '', \"\"]\nb: { c: d, }\n")]
    [InlineData("  \n # a note\na: 1   \nb: '1'   # why\nc: [1]  # why\n  # why\n\n")]
    [InlineData("- a\n- 'b'\n- [c]\n- { d: e }\n")]
    [InlineData("- a: b\n  c:\n  - d\n  e: f\n- g: h\n")]
    [InlineData("a: [ 1 , 2 ]\nb: [1, ]\nc: { 'd': [ ] , e: { } }\n")]
    [InlineData("a: >-\n one\n two\nb: >-\n  three\n\n# note\nc: >-\n  four # five\n  - six: seven")]
    [InlineData("a: {b: c, d: 'e'}\nf: [[g], [h]]\n")]
    public void Plain_yaml_is_read_as_the_whole_language_reads_it(string text)
    {
        var plain = PlainYaml.Read(text);
        Assert.NotNull(plain);
        Assert.Equal(YamlText.Full(text), YamlText.Show(plain));
    }

    [Fact]
    public void The_samples_are_read_as_the_whole_language_reads_them() =>
        Assert.All(YamlText.Plain, Plain_yaml_is_read_as_the_whole_language_reads_it);

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
    [InlineData("a : b\n")]
    [InlineData("a:\n  b\n")]
    [InlineData("a: { b: - }\n")]
    [InlineData("a: { b: c, b: d }\n")]
    [InlineData("a: { b:c }\n")]
    [InlineData("a: { b }\n")]
    [InlineData("a: [b c: d]\n")]
    [InlineData("a: [b] c\n")]
    [InlineData("a: 'b'c\n")]
    [InlineData("a: [b]#c\n")]
    [InlineData("a: &x y\n")]
    [InlineData("a: &\n  - b\n")]
    [InlineData("a: &x.y\n  - b\nc: *x.y\n")]
    [InlineData("a: &x\n  - b\nc: &x\n  - d\n")]
    [InlineData("a: &x\n  - b\nc: *x\n  d\n")]
    [InlineData("a: >\n  one\n")]
    [InlineData("a: >-\n")]
    [InlineData("a: >-\n  one \n")]
    [InlineData("a: >-\n   one\n  two\n")]
    [InlineData("a: ---b\n")]
    [InlineData("a: ...b\n")]
    [InlineData("a: ? b\n")]
    [InlineData("a: 1\n...\n")]
    [InlineData("'a\"': 1\n")]
    [InlineData("\"a\\n\": 1\n")]
    [InlineData("  a: 1\n")]
    [InlineData("a: 1\n- b\n")]
    [InlineData("- a\nb: 1\n")]
    [InlineData("a\u0085b: 1\n")]
    [InlineData("a: 1\u2028b\n")]
    [InlineData("a: 1\u2029b\n")]
    [InlineData("\uFEFFa: 1\n")]
    [InlineData("a: 1\rb: 2\n")]
    [InlineData("# nothing\n")]
    [InlineData("")]
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
    public void A_slip_anywhere_is_read_rightly_or_left_to_the_whole_language(string slip)
    {
        foreach (var text in YamlText.Plain)
        {
            for (var at = 0; at <= text.Length; at++)
            {
                ExpectRightOrLeft(text.Insert(at, slip));
            }
        }
    }

    [Fact]
    public void A_letter_lost_anywhere_is_read_rightly_or_left_to_the_whole_language()
    {
        foreach (var text in YamlText.Plain)
        {
            for (var at = 0; at < text.Length; at++)
            {
                ExpectRightOrLeft(text.Remove(at, 1));
            }
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
