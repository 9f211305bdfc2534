using System.Text.Json.Nodes;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.CaseFiles;

namespace TriageBot.Host.Tests.Connector;

/// <summary>Handing a conversation to a person, and what developers see.</summary>
public sealed class HandoffTests : IAsyncLifetime
{
    private TestHost host = null!;

    public async Task InitializeAsync() =>
        host = await TestHost.StartAsync(settings: "--Handoff:Channels=omnichannel, hub");

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("omnichannel")]
    [InlineData("hub")]
    public async Task A_channel_that_can_is_asked_for_a_person_once_a_case_opens(string channelId)
    {
        var replies = await Say(channelId, "my chest hurts", "m-1");
        var handoff = Assert.Single(replies, IsHandoff);
        var file = Assert.Single(await host.Cases());
        Assert.Equal(file.Id, (string?)handoff["value"]!["case"]);
        Assert.Equal("emergency", (string?)handoff["value"]!["disposition"]);
        Assert.DoesNotContain("chest", handoff["value"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Same(replies[^1], handoff);

        Assert.DoesNotContain(await Say(channelId, "it hurts a lot", "m-2"), IsHandoff);
    }

    [Fact]
    public async Task Other_channels_are_not_asked() =>
        Assert.DoesNotContain(await Say("webchat", "my chest hurts", "m-1"), IsHandoff);

    [Theory]
    [InlineData("accepted", "handoff-accepted")]
    [InlineData("failed", "handoff-failed")]
    [InlineData("completed", "handoff-completed")]
    [InlineData("anything", "handoff-unknown")]
    public async Task What_became_of_a_handoff_is_kept_with_the_case(string state, string kind)
    {
        await Say("hub", "my chest hurts", "m-1");
        var status = Status(state);
        using var response = await new Patient(host.Http).Post(status);
        using var again = await new Patient(host.Http).Post(status);
        Assert.Equal((200, 200), ((int)response.StatusCode, (int)again.StatusCode));

        var file = Assert.Single(await host.Cases());
        var events = await host.Read(records => records.CaseEvents.OrderBy(entry => entry.Sequence));
        Assert.Equal(["opened", kind], events.Select(entry => entry.Kind));
        Assert.Equal(("channel", "no agent"), (events[1].Actor, events[1].Text));
        Assert.Null(CaseChain.Verify(file, events));
        Assert.Single(await host.Read(records => records.Conversations));
    }

    [Fact]
    public async Task A_status_of_nobodys_conversation_begins_none()
    {
        using var response = await new Patient(host.Http).Post(Status("accepted"));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Empty(await host.Stored());
    }

    [Theory]
    [InlineData("emulator", 1)]
    [InlineData("webchat", 0)]
    [InlineData("msteams", 0)]
    public async Task Only_the_emulator_sees_which_rules_fired(string channelId, int traces)
    {
        var replies = await Say(channelId, "my chest hurts", "m-1");
        var found = replies.Where(reply => (string?)reply["type"] == "trace").ToList();
        Assert.Equal(traces, found.Count);
        Assert.All(
            found,
            trace =>
            {
                Assert.Equal("emergency", (string?)trace["value"]!["disposition"]);
                Assert.Contains(trace["value"]!["rules"]!.AsArray(), rule => (string?)rule!["finding"] == "chest_pain");
            }
        );
    }

    private static bool IsHandoff(JsonNode reply) => (string?)reply["name"] == "handoff.initiate";

    private static JsonObject Status(string state) =>
        new()
        {
            ["type"] = "event",
            ["name"] = "handoff.status",
            ["id"] = "status-1",
            ["channelId"] = "hub",
            ["serviceUrl"] = "http://localhost:1/",
            ["from"] = new JsonObject { ["id"] = "agent-hub" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = "talk-ann" },
            ["value"] = new JsonObject { ["state"] = state, ["message"] = "no agent" },
        };

    private async Task<List<JsonNode>> Say(string channelId, string text, string id)
    {
        var patient = new Patient(host.Http);
        var message = patient.Message(text, id);
        message["channelId"] = channelId;
        using var response = await patient.Post(message);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        return [.. body["activities"]!.AsArray().Select(activity => activity!)];
    }
}
