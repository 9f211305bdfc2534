using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols.Tests.Reading;

/// <summary>What is no YAML, or too much of it, is told with its line and never thrown.</summary>
public sealed class FullYamlTests
{
    [Theory]
    [InlineData("", 1, "one YAML document")]
    [InlineData("a: 1\n---\nb: 2\n", 1, "one YAML document")]
    [InlineData("a: &x\n  - *x\n", 1, "stands inside of what it repeats")]
    [InlineData("a: &x\n  b: [c, { d: [e, *x, f] }, g]\n", 1, "stands inside of what it repeats")]
    [InlineData("a: 1\nb: 2\na: 3\n", 3, "not readable YAML")]
    [InlineData("a: 1\nb: %c\n", 2, "not readable YAML")]
    [InlineData("a: 1\nb: [1, 2\nc: 3\n", 3, "not readable YAML")]
    public void What_cannot_be_read_is_told_with_its_line(string text, int line, string why)
    {
        var told = new List<(int Line, string Why)>();

        Assert.Null(FullYaml.Read(text, (at, words) => told.Add((at, words))));
        var (at, words) = Assert.Single(told);
        Assert.Contains(why, words, StringComparison.Ordinal);
        Assert.Equal(line, at);
    }

    [Fact]
    public void Aliases_that_multiply_are_refused_and_not_written_out()
    {
        var told = "";

        Assert.Null(FullYaml.Read(Multiplying(10, levels: 40), (_, why) => told = why));
        Assert.Contains("without measure", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_that_repeat_a_list_ten_thousand_times_are_read()
    {
        var read = FullYaml.Read(Multiplying(10, levels: 4), (_, why) => Assert.Fail(why));

        Assert.Equal(11_110, Assert.IsType<YamlValue.Map>(read).Pairs.Sum(pair => Leaves(pair.Value)));
    }

    /// <summary>Each level repeats the level before it so many times.</summary>
    private static string Multiplying(int times, int levels)
    {
        var lines = new List<string> { $"a0: &a0 [{string.Join(", ", Enumerable.Repeat("x", times))}]" };
        for (var level = 1; level < levels; level++)
        {
            lines.Add($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", times))}]");
        }

        return string.Join('\n', lines);
    }

    private static int Leaves(YamlValue value) => value is YamlValue.List list ? list.Items.Sum(Leaves) : 1;
}
