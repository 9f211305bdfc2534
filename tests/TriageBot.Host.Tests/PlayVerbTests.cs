using TriageBot.Host.Commands;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

public sealed class PlayVerbTests : IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_conversation_that_goes_otherwise_shows_the_first_difference()
    {
        var file = Write(
            """
            conversations:
              - name: All is well
                procedure: kyphoplasty
                talk:
                  - patient: FINE
                    bot: red-flags-1
                  - patient: "0"
                    bot: fever
            """
        );
        var console = new TestConsole();
        Assert.Equal(1, await CommandTable.RunAsync(["play", file], console.Streams));
        Assert.Contains("FAIL  All is well", console.Output, StringComparison.Ordinal);
        Assert.Contains($"turn 2, {file}:7", console.Output, StringComparison.Ordinal);
        Assert.Contains("expected: the bot says the question fever", console.Output, StringComparison.Ordinal);
        Assert.Contains("got: red-flags-2", console.Output, StringComparison.Ordinal);
        Assert.Contains("0 as written, 1 otherwise.", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_as_expected_is_a_difference()
    {
        var file = Write(
            """
            conversations:
              - name: Fever
                talk:
                  - patient: I have a fever of 102
                end:
                  cases:
                    - { route: callback 4h }
            """
        );
        var console = new TestConsole();
        Assert.Equal(1, await CommandTable.RunAsync(["play", file], console.Streams));
        Assert.Contains("expected: the case's route: callback 4h", console.Output, StringComparison.Ordinal);
        Assert.Contains("got: callback 1h", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_in_a_file_is_told_at_once_with_its_line()
    {
        var file = Write(
            """
            conversations:
              - name: Broken
                begins: tomorrow
                talk:
                  - patient: FINE
                    bot: red-flags-9
                    because: chest-pian
                    outcom: callback 1h
                  - later: soon
                  - bot: fever
              - name: Broken
                talk:
                  - nurse: sleeps
            tables:
              - name: Rows
                rows:
                  - { says: hello }
            """
        );
        var console = new TestConsole();
        Assert.Equal(1, await CommandTable.RunAsync(["play", file], console.Streams));
        string[] expected =
        [
            $"{file}:3 WC004",
            $"{file}:6 WC005",
            $"{file}:7 WC006",
            $"{file}:8 WC003",
            $"{file}:9 WC004",
            $"{file}:10 WC008",
            $"{file}:11 WC007",
            $"{file}:13 WC004",
            $"{file}:17 WC009",
        ];
        Assert.All(expected, mistake => Assert.Contains(mistake, console.Error, StringComparison.Ordinal));
    }

    private string Write(string yaml)
    {
        var file = Path.Combine(directory.Path, "own.yaml");
        File.WriteAllText(file, yaml);
        return file;
    }
}
