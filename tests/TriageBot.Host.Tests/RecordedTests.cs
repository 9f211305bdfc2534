using TriageBot.Host.Commands;
using TriageBot.Host.Content;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>What was really said, said again, and weighed by another protocol.</summary>
public sealed class RecordedTests : IDisposable
{
    private readonly TempDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task A_conversation_recorded_from_the_running_host_plays_the_same()
    {
        await using var host = await TestHost.StartAsync();
        var ann = new Patient(host.Http);
        foreach (var text in new[] { "I have a fever of 102", "0", "0", "no", "0", "0" })
        {
            await ann.Say(text);
            host.Clock.Advance(TimeSpan.FromSeconds(8));
        }

        var file = (await host.Cases()).Single();
        var records = $"--Records:Directory={host.Directory}";
        var recording = new TestConsole();
        Assert.Equal(0, await CommandTable.RunAsync(["record", file.Id, records], recording.Streams));

        var transcript = Path.Combine(directory.Path, "ann.transcript");
        await File.WriteAllTextAsync(transcript, recording.Output);
        var playing = new TestConsole();
        Assert.True(await CommandTable.RunAsync(["play", transcript], playing.Streams) == 0, playing.Output);

        await File.WriteAllTextAsync(
            transcript,
            recording.Output.Replace("Hard to breathe", "Fine", StringComparison.Ordinal)
        );
        Assert.Equal(1, await CommandTable.RunAsync(["play", transcript], new TestConsole().Streams));
        var audited = await host.Read(all => all.Audit.Where(row => row.Kind == "conversation-read"));
        Assert.Equal(file.ConversationId, Assert.Single(audited).ConversationId);
    }

    [Fact]
    public async Task A_transcript_of_the_Emulator_is_played()
    {
        var transcript = Path.Combine(directory.Path, "emulator.transcript");
        await File.WriteAllTextAsync(
            transcript,
            """
            [
              { "type": "message", "text": "my chest hurts", "channelId": "emulator", "timestamp": "2026-11-22T15:00:20Z",
                "from": { "id": "u", "role": "user" }, "locale": "en-US", "conversation": { "id": "c" } },
              { "type": "message", "channelId": "emulator", "timestamp": "2026-11-22T15:00:21Z",
                "text": "Call 911 now. Do not drive. Sit or lie the way that feels best. Unlock the door if you can. Not with the patient? Call 911 and give the patient's address.",
                "from": { "id": "b", "role": "bot" }, "conversation": { "id": "c" } }
            ]
            """
        );
        var console = new TestConsole();
        Assert.True(await CommandTable.RunAsync(["play", transcript], console.Streams) == 0, console.Output);
    }

    [Fact]
    public async Task What_is_no_transcript_is_said_to_be_none()
    {
        var transcript = Path.Combine(directory.Path, "not.transcript");
        await File.WriteAllTextAsync(transcript, "{}");
        var console = new TestConsole();
        Assert.Equal(1, await CommandTable.RunAsync(["play", transcript], console.Streams));
        Assert.Contains("WC010", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_answers_are_weighed_by_another_protocol()
    {
        await using var host = await TestHost.StartAsync();
        await new Patient(host.Http, "ann").Say("my temperature is 38.2");
        await new Patient(host.Http, "bob").Say("my calf is swollen");
        await new Patient(host.Http, "eve").Say("FINE");
        var shipped = Path.Combine(ContentSettings.Shipped, "protocols");
        var other = Path.Combine(directory.Path, "protocols");
        Directory.CreateDirectory(other);
        foreach (var file in Directory.EnumerateFiles(shipped))
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(
                Path.Combine(other, Path.GetFileName(file)),
                text.Replace(
                    "when: { has: leg_swelling }\n    route: callback\n    within: 1h",
                    "when: { has: leg_swelling }\n    route: callback\n    within: 4h",
                    StringComparison.Ordinal
                )
            );
        }

        var console = new TestConsole();
        Assert.Equal(
            1,
            await CommandTable.RunAsync(["diff", shipped, other, "--recorded", host.Directory], console.Streams)
        );
        Assert.Contains("1 of 3 recorded conversations would end otherwise.", console.Output, StringComparison.Ordinal);
        var calf = (await host.Cases()).Single(row => row.Card!.Contains("calf", StringComparison.Ordinal));
        Assert.Contains(
            $"case {calf.Id}: Callback within 1 h -> Callback within 4 h",
            console.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Records_that_are_not_there_are_said_to_be_missing()
    {
        var shipped = Path.Combine(ContentSettings.Shipped, "protocols");
        var console = new TestConsole();
        Assert.Equal(
            1,
            await CommandTable.RunAsync(["diff", shipped, shipped, "--recorded", directory.Path], console.Streams)
        );
        Assert.Contains("There are no records in", console.Error, StringComparison.Ordinal);
    }
}
