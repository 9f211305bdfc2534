using System.Text.Json.Nodes;
using TriageBot.Host.Commands;
using TriageBot.Host.Content;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>The command line, on real files.</summary>
public sealed class VerbTests : IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task The_shipped_files_have_no_mistakes()
    {
        var console = new TestConsole();
        Assert.Equal(0, await CommandTable.RunAsync(["check"], console.Streams));
        Assert.Contains("kyphoplasty", console.Output, StringComparison.Ordinal);
        Assert.Contains("No mistakes.", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_mistakes_are_ten_lines_of_one_report_with_file_and_line()
    {
        var broken = BrokenProtocol.WriteTo(Path.Combine(directory.Path, "protocols"));
        var console = new TestConsole();
        Assert.Equal(1, await CommandTable.RunAsync(["check", directory.Path], console.Streams));
        Assert.All(broken, mistake => Assert.Contains(mistake, console.Output, StringComparison.Ordinal));
        Assert.Equal(10, broken.Distinct().Count());
    }

    [Fact]
    public async Task Lexicons_are_compiled_where_they_are_and_nowhere_else()
    {
        var lexicons = Path.Combine(directory.Path, "lexicon");
        var console = new TestConsole();
        Assert.Equal(1, await CommandTable.RunAsync(["compile", directory.Path], console.Streams));
        Assert.Contains("has no lexicon/ in it", console.Error, StringComparison.Ordinal);
        Directory.CreateDirectory(lexicons);
        foreach (var file in new[] { "red-flags.yaml", "lexicon/en.yaml" })
        {
            File.Copy(Path.Combine(ContentSettings.Shipped, file), Path.Combine(directory.Path, file));
        }

        Assert.Equal(0, await CommandTable.RunAsync(["compile", directory.Path], console.Streams));
        Assert.True(File.Exists(Path.Combine(directory.Path, "lexicon.compiled")));
        File.AppendAllText(Path.Combine(lexicons, "en.yaml"), "\nunheard-of: yes\n");
        Assert.Equal(1, await CommandTable.RunAsync(["compile", directory.Path], console.Streams));
        Assert.Contains("LX003", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_with_a_broken_protocol_does_not_start()
    {
        var broken = BrokenProtocol.WriteTo(Path.Combine(directory.Path, "protocols"));
        var console = new TestConsole();
        var code = await CommandTable.RunAsync(
            [
                "serve",
                $"--Protocols:Directory={directory.Path}",
                $"--Records:Directory={directory.Path}",
                .. Production.Settings,
            ],
            console.Streams
        );
        Assert.Equal(1, code);
        Assert.All(broken, mistake => Assert.Contains(mistake, console.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Texts_are_understood_line_by_line()
    {
        var console = new TestConsole(
            "I have a fever of 101.5 but no chills\nid\tlang\ttext\nU7\tes\tme duele el pecho\n"
        );
        Assert.Equal(0, await CommandTable.RunAsync(["understand"], console.Streams));
        var lines = console.Output.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal(
            ["id", "lang", "yes_no", "number", "temperature_c", "findings", "absent", "floor"],
            lines[0].AsObject().Select(property => property.Key)
        );
        Assert.Equal("1", (string?)lines[0]["id"]);
        Assert.Equal(38.6m, (decimal?)lines[0]["temperature_c"]);
        Assert.Equal("fever", (string?)lines[0]["findings"]![0]);
        Assert.Equal("chills", (string?)lines[0]["absent"]![0]);
        Assert.Equal("callback", (string?)lines[0]["floor"]);
        Assert.Equal("U7", (string?)lines[1]["id"]);
        Assert.Equal("es", (string?)lines[1]["lang"]);
        Assert.Equal("emergency", (string?)lines[1]["floor"]);
    }

    [Fact]
    public async Task A_whole_conversation_runs_through_a_pipe_and_is_in_the_records()
    {
        var console = new TestConsole("I have a fever of 102\n0\n0\nno\n0\n0\n423 555 0142\n");
        Assert.Equal(0, await Run(console, "chat", "--protocol", "kyphoplasty"));
        Assert.Contains("I am a computer", console.Output, StringComparison.Ordinal);
        Assert.Contains("> I have a fever of 102", console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Which one did you have", console.Output, StringComparison.Ordinal);

        var listed = new TestConsole();
        Assert.Equal(0, await Run(listed, "cases", "--open", "--json"));
        var file = Assert.Single(JsonNode.Parse(listed.Output)!.AsArray());
        Assert.Equal("callback", (string?)file!["disposition"]);
    }

    [Fact]
    public async Task Spanish_can_be_asked_for()
    {
        var console = new TestConsole();
        Assert.Equal(0, await Run(console, "chat", "--lang", "es"));
        Assert.Contains("Soy una computadora", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protocol_that_does_not_exist_is_answered_with_those_that_do()
    {
        var console = new TestConsole();
        Assert.Equal(1, await Run(console, "chat", "--protocol", "hip"));
        Assert.Contains("kyphoplasty, vertebroplasty", console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_nurse_takes_and_closes_a_case_whether_or_not_a_host_runs(bool hosted)
    {
        await Run(new TestConsole("I have a fever of 102\n"), "chat");
        await using var host = hosted ? await TestHost.StartAsync(directory.Path) : null;
        var listed = new TestConsole();
        await Run(listed, "cases", "--json");
        var id = (string)JsonNode.Parse(listed.Output)![0]!["id"]!;

        Assert.Equal(0, await Run(new TestConsole(), "case", id, "--ack", "Ann"));
        Assert.Equal(1, await Run(new TestConsole(), "case", id, "--ack", "Bea"));
        var shown = new TestConsole();
        Assert.Equal(0, await Run(shown, "case", id));
        Assert.Contains("acknowledged by Ann", shown.Output, StringComparison.Ordinal);
        Assert.Contains("\"I have a fever of 102\"", shown.Output, StringComparison.Ordinal);
        Assert.Contains("ASSESSMENT", shown.Output, StringComparison.Ordinal);

        Assert.Equal(0, await Run(new TestConsole(), "case", id, "--close", "Called; antibiotics"));
        var unknown = new TestConsole();
        Assert.Equal(1, await Run(unknown, "case", "nothing"));
        Assert.Contains("There is no case nothing", unknown.Error, StringComparison.Ordinal);
        var closed = new TestConsole();
        Assert.Equal(0, await Run(closed, "case", id, "--json"));
        Assert.Equal("closed", (string?)JsonNode.Parse(closed.Output)!["case"]!["status"]);
    }

    [Fact]
    public async Task A_chat_goes_through_the_host_that_runs()
    {
        await using var host = await TestHost.StartAsync(directory.Path);
        var console = new TestConsole("my chest hurts\n");
        Assert.Equal(0, await Run(console, "chat"));
        Assert.Contains("Call 911 now.", console.Output, StringComparison.Ordinal);
        Assert.Single(await host.Cases());
    }

    [Fact]
    public async Task A_backup_taken_while_the_host_runs_can_be_restored()
    {
        await Run(new TestConsole("I have a fever of 102\n"), "chat");
        var backup = Path.Combine(directory.Path, "copy.db");
        await using (var host = await TestHost.StartAsync(directory.Path))
        {
            Assert.Equal(0, await Run(new TestConsole(), "backup", backup));
            await new Patient(host.Http).Say("my chest hurts");
            var early = new TestConsole();
            Assert.Equal(1, await Run(early, "restore", backup));
            Assert.Contains("Stop it", early.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0, await Run(new TestConsole(), "restore", backup));
        var listed = new TestConsole();
        await Run(listed, "cases", "--json");
        Assert.Single(JsonNode.Parse(listed.Output)!.AsArray());
    }

    private Task<int> Run(TestConsole console, params string[] arguments) =>
        CommandTable.RunAsync(
            [.. arguments, $"--Records:Directory={directory.Path}", .. Production.Settings, "--Cases:Watched=true"],
            console.Streams
        );
}
