using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.Browser.Tests.Support;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Browser.Tests;

/// <summary>The clients that others wrote, over polling and WebSocket.</summary>
public sealed class ClientLibraryTests
{
    [ClientTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DirectLineJS_sends_and_receives_each_message_once_and_in_order(bool webSocket)
    {
        await using var line = await LineHost.StartAsync();
        await using var client = Start(line, webSocket);
        await client.Hears("How are you doing?");
        await client.Say("I have a fever of 102", "m-1");
        await client.Hears("In the last 2 days");
        var posted = await client.Next("posted");

        var ids = client.Activities.Select(activity => activity.GetProperty("id").GetString()!).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Contains(posted.GetString(), ids);
    }

    [ClientTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DirectLineJS_sends_a_message_again_and_it_is_one(bool webSocket)
    {
        await using var line = await LineHost.StartAsync();
        await using var client = Start(line, webSocket);
        await client.Hears("How are you doing?");
        await client.Say("I have a fever of 102", "m-1");
        await client.Say("I have a fever of 102", "m-1");
        await Until.True(
            () => client.Events.Count(told => told.TryGetProperty("posted", out _)) == 2,
            "both were posted"
        );
        await client.Hears("In the last 2 days");

        var posted = client.Events.Where(told => told.TryGetProperty("posted", out _)).Select(told => told.ToString());
        Assert.Single(posted.Distinct());
        Assert.Single(
            client.Activities,
            activity => activity.GetProperty("from").GetProperty("id").GetString() == "me"
        );
    }

    [ClientTheory]
    [InlineData(true)]
    public async Task DirectLineJS_comes_back_after_the_host_was_away(bool webSocket)
    {
        await using var line = await LineHost.StartAsync();
        await using var client = Start(line, webSocket);
        await client.Hears("How are you doing?");
        await line.StopAsync();
        await line.StartAgainAsync();
        await client.Say("I have a fever of 102", "m-1");
        await client.Hears("In the last 2 days");
        var ids = client.Activities.Select(activity => activity.GetProperty("id").GetString()!).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [ClientTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DirectLineJS_refreshes_its_token(bool webSocket)
    {
        await using var line = await LineHost.StartAsync();
        var token = await line.TokenAsync();
        await using var client = Start(line, webSocket, token);
        await client.Hears("How are you doing?");
        var first = await Token(client, old: null);
        line.Host.Clock.Advance(TimeSpan.FromMinutes(20));
        await Token(client, old: first);
        line.Host.Clock.Advance(TimeSpan.FromMinutes(20));
        await client.Say("I have a fever of 102", "m-1");
        await client.Hears("In the last 2 days");
    }

    [ClientTheory]
    [InlineData("fever", true)]
    [InlineData("fever", false)]
    [InlineData("chest", true)]
    [InlineData("chest", false)]
    public async Task Botium_plays_a_conversation(string convo, bool webSocket)
    {
        var result = await PlayAsync(convo, webSocket);
        Assert.True(result.GetProperty("passed").GetBoolean(), result.ToString());
    }

    [ClientTheory]
    [InlineData("wrong")]
    public async Task Botium_notices_a_conversation_that_goes_otherwise(string convo)
    {
        var result = await PlayAsync(convo, webSocket: true);
        Assert.False(result.GetProperty("passed").GetBoolean());
        Assert.Contains("In the last 2 days", result.GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    private static async Task<string> Token(NodeClient client, string? old)
    {
        await Until.True(
            async () =>
            {
                await client.Do(new JsonObject { ["do"] = "state" });
                return client.Events.Any(told => told.TryGetProperty("token", out var now) && now.GetString() != old);
            },
            "the token is another"
        );
        return (await client.Next("token", now => now.GetString() != old)).GetString()!;
    }

    private static NodeClient Start(LineHost line, bool webSocket, string? token = null) =>
        NodeClient.Start(
            "directlinejs.mjs",
            new JsonObject
            {
                ["domain"] = line.Domain,
                [token is null ? "secret" : "token"] = token ?? DirectLineHost.Secret,
                ["webSocket"] = webSocket,
            }
        );

    private static async Task<JsonElement> PlayAsync(string convo, bool webSocket)
    {
        await using var line = await LineHost.StartAsync();
        var options = new JsonObject
        {
            ["domain"] = line.Domain,
            ["secret"] = DirectLineHost.Secret,
            ["webSocket"] = webSocket,
        };
        await using var botium = NodeClient.Start("botium.mjs", options, $"convos/{convo}.convo.txt");
        await botium.Next("passed");
        return botium.Events[^1];
    }
}
