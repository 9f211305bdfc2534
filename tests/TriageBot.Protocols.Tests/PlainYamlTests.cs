using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests;

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
            Assert.True(plain is null || Show(plain) == Show(Full(text)), file);
        }
    }

    [Theory]
    [InlineData("a: 1\nb:\n  - x y # why\n  - 'it''s'\n  - k: v\n    l: w\nc: [p, 'q, r']\nd: {e: f, g: [h]}\n")]
    [InlineData("# head\na: >-\n  one two\n  three\n\nb:\n- x\n- \"y\"\n")]
    [InlineData("a:\nb: ~\nc: \"\"\nd: x:y\ne: http://x # end\n")]
    [InlineData("a: &x\n  - b\n  - c\nd: *x\ne:\n  f: *x\n")]
    [InlineData("a: &x-1\n  b: c\nd:\n  - e: *x-1\n    f: g\n")]
    [InlineData("'true': yes\n\"no\": 'a: b'\n")]
    public void Plain_yaml_is_read_as_the_whole_language_reads_it(string text)
    {
        var plain = PlainYaml.Read(text);
        Assert.NotNull(plain);
        Assert.Equal(Show(Full(text)), Show(plain));
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
    public void Anything_else_is_left_to_the_whole_language(string text) => Assert.Null(PlainYaml.Read(text));

    private static YamlValue? Full(string text) => FullYaml.Read(text, (line, why) => Assert.Fail($"{line} {why}"));

    private static string Show(YamlValue? value) =>
        value switch
        {
            YamlValue.Scalar scalar => $"{scalar.Line}'{scalar.Text}'",
            YamlValue.List list => $"{list.Line}[{string.Join(", ", list.Items.Select(Show))}]",
            YamlValue.Map map =>
                $"{map.Line}{{{string.Join(", ", map.Pairs.Select(p => $"{p.KeyLine}{p.Key}: {Show(p.Value)}"))}}}",
            _ => "nothing",
        };
}
