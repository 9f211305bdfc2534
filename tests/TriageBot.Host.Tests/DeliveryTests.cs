using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>Replies that are sent to the channel instead of handed to the caller.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task Replies_are_posted_to_the_serviceUrl_in_order()
    {
        await using var host = await TestHost.StartAsync();
        await using var connector = await FakeServer.StartAsync();
        await Send(host, connector, "my chest hurts", "m-1");
        await Until.True(() => connector.Received.Count >= 4, "the emergency messages arrive");

        var first = connector.Received[0];
        Assert.Equal("/_connector/v3/conversations/talk-ann/activities/m-1", first.Path);
        var activity = JsonNode.Parse(first.Body)!;
        Assert.StartsWith("Call 911 now.", (string?)activity["text"], StringComparison.Ordinal);
        Assert.Equal("m-1", (string?)activity["replyToId"]);
        Assert.Equal("ann", (string?)activity["recipient"]!["id"]);
        Assert.Equal("bot", (string?)activity["from"]!["id"]);
        var ids = connector.Received.Select(sent => (string)JsonNode.Parse(sent.Body)!["id"]!).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public async Task A_channel_that_is_down_gets_every_reply_once_when_it_is_back()
    {
        await using var host = await TestHost.StartAsync();
        await using var connector = await FakeServer.StartAsync();
        connector.Answer = number => number <= 2 ? 503 : 201;
        await Send(host, connector, "my chest hurts", "m-1");
        await Until.True(() => connector.Received.Count(sent => sent.Status == 201) >= 4, "all messages arrive");

        var taken = connector.Received.Where(sent => sent.Status == 201).Select(Id).ToList();
        Assert.Equal(taken.Distinct(), taken);
        Assert.All(connector.Received.Where(sent => sent.Status == 503), sent => Assert.Equal(taken[0], Id(sent)));
    }

    [Fact]
    public async Task Expected_replies_are_never_pushed_as_well()
    {
        await using var host = await TestHost.StartAsync();
        await using var connector = await FakeServer.StartAsync();
        var patient = new Patient(host.Http);
        var message = patient.Message("my chest hurts", "m-1");
        message["serviceUrl"] = connector.Address + "_connector";
        using var response = await patient.Post(message);
        Assert.True(patient.Take(await response.Content.ReadAsStringAsync()).Count >= 4);
        await Send(host, connector, "1", "m-2");
        await Until.True(() => connector.Received.Count > 0, "the pushed reply arrives");
        Assert.All(connector.Received, sent => Assert.Equal("m-2", (string?)JsonNode.Parse(sent.Body)!["replyToId"]));
    }

    public static TheoryData<string> PlaygroundChannels =>
        Vignette.Folder is { } folder
            ? [.. Directory.EnumerateFiles(Path.Combine(folder, "activity-samples"), "*.jsonl")]
            : ["none"];

    [Theory]
    [MemberData(nameof(PlaygroundChannels))]
    public async Task What_the_Agents_Playground_posts_is_greeted_once_and_answered(string file)
    {
        if (Vignette.Folder is null)
        {
            return;
        }

        await using var host = await TestHost.StartAsync();
        await using var connector = await FakeServer.StartAsync();
        var texts = new List<string>();
        foreach (var line in await File.ReadAllLinesAsync(file))
        {
            var sample = JsonNode.Parse(line)!;
            if (sample["activity"] is not { } activity)
            {
                continue;
            }

            activity["serviceUrl"] = connector.Address + "_connector";
            using var response = await new Patient(host.Http).Post(activity.AsObject());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var body = await response.Content.ReadAsStringAsync();
            if (body.Length > 0)
            {
                texts.AddRange(JsonNode.Parse(body)!["activities"]!.AsArray().Select(Text));
            }
        }

        await Until.True(
            () => Heard().Any(text => text.Contains("weak", StringComparison.Ordinal)),
            "the second question"
        );
        Assert.Single(Heard(), text => text.Contains("I am a computer", StringComparison.Ordinal));

        List<string> Heard() => [.. texts, .. connector.Received.Select(sent => Text(JsonNode.Parse(sent.Body)))];
    }

    private static string Text(JsonNode? activity) => (string?)activity!["text"] ?? "";

    private static string Id(Received sent) => (string)JsonNode.Parse(sent.Body)!["id"]!;

    private static async Task Send(TestHost host, FakeServer connector, string text, string id)
    {
        var patient = new Patient(host.Http);
        var message = patient.Message(text, id);
        message.Remove("deliveryMode");
        message["serviceUrl"] = connector.Address + "_connector";
        using var response = await patient.Post(message);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
    }
}
