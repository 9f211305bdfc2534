using System.Text.Json.Nodes;
using TriageBot.Host.Commands;
using TriageBot.Host.Content;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>What <c>diff</c> says of two versions of what is shipped.</summary>
public sealed class DiffVerbTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(ContentSettings.Shipped, "protocols");

    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task The_same_files_do_not_differ()
    {
        var (code, output) = await Diff(Shipped, Shipped);
        Assert.Equal(0, code);
        Assert.Contains(" 0 of ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("move from", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fever_threshold_that_was_moved_shows_who_is_called_from_now_on()
    {
        var (code, output) = await Diff(Shipped, Changed("fever: { value: 38.0", "fever: { value: 37.8"));
        Assert.Equal(1, code);
        Assert.Contains("classes of answers move from", output, StringComparison.Ordinal);
        Assert.Contains("move from self-care to callback 1h, for example:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_another_route_shows_how_many_kinds_of_answers_go_there()
    {
        var (code, output) = await Diff(
            Shipped,
            Changed(
                "when: { has: leg_swelling }\n    route: callback\n    within: 1h",
                "when: { has: leg_swelling }\n    route: callback\n    within: 30m"
            )
        );
        Assert.Equal(1, code);
        Assert.Matches("[1-9][0-9]* classes of answers move from callback 1h to callback 0.5h, for example:", output);
        Assert.Matches("[1-9][0-9]* of [0-9]+ check-ins end differently", output);
    }

    [Fact]
    public async Task A_question_that_was_removed_is_named()
    {
        var fall = """
                  - id: fall
                    kind: yes-no
                    stakes: callback
                    when:
                      any:
                        - { answer: other-symptoms, is: bad-pain }
                        - { has: [back_pain_severe, rib_pain_severe] }
                        - { has: fall, polarity: unsure }
                    yes: [fall]
                    settles-doubt: [fall]
            """;
        var rule = """
              - id: not-sure-of-fall
                about: fall
                when: { answer: fall, is: [unsure, not-read] }
                route: callback
                within: 1h
                addition: a fall can break a bone that the procedure left brittle
            """;
        var changed = Changed((fall, ""), (rule, ""), ("listened-for:\n", "listened-for:\n  - fall\n"));
        var (_, output) = await Diff(
            Path.Combine(Shipped, "kyphoplasty.yaml"),
            Path.Combine(changed, "kyphoplasty.yaml")
        );
        Assert.Contains("gone: question fall, rule not-sure-of-fall", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_the_same_as_JSON()
    {
        var (_, output) = await Diff(Shipped, Changed("fever: { value: 38.0", "fever: { value: 37.8"), "--json");
        var first = JsonNode.Parse(output)![0]!;
        Assert.Equal("kyphoplasty", (string?)first["old"]!["id"]);
        Assert.NotEqual((string?)first["old"]!["hash"], (string?)first["new"]!["hash"]);
        Assert.NotEmpty(first["moves"]!.AsArray());
    }

    [Fact]
    public async Task What_is_no_protocol_cannot_be_compared()
    {
        var console = new TestConsole();
        Assert.Equal(
            1,
            await CommandTable.RunAsync(["diff", Shipped, Path.Combine(directory.Path, "no")], console.Streams)
        );
        Assert.Contains("neither a protocol file nor a folder", console.Error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> Diff(params string[] arguments)
    {
        var console = new TestConsole();
        var code = await CommandTable.RunAsync(["diff", .. arguments], console.Streams);
        Assert.True(console.Error.Length == 0, console.Error);
        return (code, console.Output);
    }

    private string Changed(string old, string @new) => Changed((old, @new));

    private string Changed(params (string Old, string New)[] edits)
    {
        foreach (var file in Directory.EnumerateFiles(Shipped))
        {
            var text = File.ReadAllText(file).ReplaceLineEndings("\n");
            foreach (var (old, @new) in edits)
            {
                Assert.True(
                    !file.EndsWith("shared.yaml", StringComparison.Ordinal)
                        || text.Contains(old, StringComparison.Ordinal),
                    old
                );
                text = text.Replace(old, @new, StringComparison.Ordinal);
            }

            File.WriteAllText(Path.Combine(directory.Path, Path.GetFileName(file)), text);
        }

        return directory.Path;
    }
}
