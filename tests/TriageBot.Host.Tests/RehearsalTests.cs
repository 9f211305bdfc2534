using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TriageBot.Conversation.Effects;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Host.Tests;

/// <summary>What testers may do to time and to themselves, and nobody else may.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task A_tester_need_not_wait_for_what_comes_when_a_patient_falls_silent()
    {
        await using var host = await TestHost.StartAsync();
        var patient = new Patient(host.Http);
        await patient.Say("the spot is a little sore");
        Assert.Empty(await host.Cases());
        using var moved = await Post(host, "clock", new JsonObject { ["hours"] = 0.3 });
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        await Until.True(async () => (await host.Cases()).Any(file => file.Kind == CaseKind.Triage), "the timer fires");
    }

    [Fact]
    public async Task A_tester_can_be_a_new_patient_under_the_same_name()
    {
        await using var host = await TestHost.StartAsync();
        var patient = new Patient(host.Http);
        await patient.Say("I have a fever of 102");
        using var reset = await Post(host, "reset", []);
        Assert.Equal(HttpStatusCode.OK, reset.StatusCode);
        var replies = await patient.Say("hello");
        Assert.Contains(replies, reply => reply.QuestionId == "opening");
        Assert.Equal(2, (await host.Stored()).Select(row => row.ConversationId).Distinct().Count());
        // What a nurse has to do about the earlier one stays.
        Assert.Equal(CaseStatus.Open, Assert.Single(await host.Cases()).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"hours\":1e300}")]
    [InlineData("{\"hours\":\"two\"}")]
    [InlineData("hours")]
    public async Task A_wish_that_makes_no_sense_is_refused(string body)
    {
        await using var host = await TestHost.StartAsync();
        await new Patient(host.Http).Say("hello");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var refused = await host.Http.PostAsync("/rehearsal/clock", content);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Nobody_but_programs_on_this_machine_may_and_nobody_at_all_outside_of_Development()
    {
        await using var host = await TestHost.StartAsync();
        using var proxied = new HttpRequestMessage(HttpMethod.Post, "/rehearsal/clock");
        proxied.Headers.Add("X-Forwarded-For", "203.0.113.7");
        proxied.Content = JsonContent.Create(new JsonObject { ["hours"] = 2 });
        using var stranger = await host.Http.SendAsync(proxied);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        using var page = await host.Http.PostAsync("/rehearsal/clock", new StringContent("{\"hours\":2}"));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);

        await using var production = await TestHost.StartAsync(
            environment: "Production",
            settings: Production.Settings
        );
        foreach (var path in new[] { "clock", "reset" })
        {
            using var refused = await Post(production, path, new JsonObject { ["hours"] = 2 });
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> Post(TestHost host, string path, JsonObject wish) =>
        host.Http.PostAsJsonAsync($"/rehearsal/{path}", wish);
}
