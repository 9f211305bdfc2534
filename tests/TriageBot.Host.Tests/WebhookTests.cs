using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TriageBot.Host.Tests.Support;
using TriageBot.Host.Webhook;

namespace TriageBot.Host.Tests;

/// <summary>News of cases on its way to the hospital's own system.</summary>
public sealed class WebhookTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task A_case_that_opens_rises_and_falls_due_is_told_in_that_order_until_it_is_taken()
    {
        await using var receiver = await FakeServer.StartAsync();
        receiver.Answer = number => number == 1 ? 500 : 204;
        await using var host = await TestHost.StartAsync(
            settings:
            [
                "--Cases:Watched=false",
                $"--Cases:Webhook:Url={receiver.Address}cases",
                $"--Cases:Webhook:Secret={Secret}",
            ]
        );
        var patient = new Patient(host.Http);
        await patient.Say("I have a fever of 102");
        await patient.Say("and now crushing chest pain");
        await host.Pass(TimeSpan.FromMinutes(6));
        await Until.True(() => Taken(receiver).Any(e => Type(e) == "triagebot.case.due"), "the case falls due");

        var file = Assert.Single(await host.Cases());
        var events = Taken(receiver);
        Assert.Equal(
            ["triagebot.case.opened", "triagebot.case.raised", "triagebot.case.due"],
            events.Select(Type).Distinct()
        );
        Assert.All(events, e => Assert.Equal(file.Id, (string?)e["subject"]));
        Assert.All(events, e => Assert.Equal("1.0", (string?)e["specversion"]));
        Assert.Equal(events.Count, events.Select(e => (string?)e["id"]).Distinct().Count());
        Assert.Equal("emergency", (string?)events[^1]["data"]!["disposition"]);
        Assert.Contains("chest", events[^1]["data"]!["card"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.All(receiver.Received, request => Assert.True(IsSigned(request)));
        // The refused one comes again as it was.
        Assert.Equal(Event(receiver.Received[0])["id"]!.ToString(), events[0]["id"]!.ToString());
    }

    [Fact]
    public void A_signature_covers_time_and_body()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
        var signed = WebhookSignature.Of("{}"u8, Secret, at);
        Assert.StartsWith("t=1790000000,v1=", signed, StringComparison.Ordinal);
        Assert.NotEqual(signed, WebhookSignature.Of("{ }"u8, Secret, at));
        Assert.NotEqual(signed[^64..], WebhookSignature.Of("{}"u8, Secret, at.AddSeconds(1))[^64..]);
        Assert.NotEqual(signed, WebhookSignature.Of("{}"u8, Secret + "x", at));
    }

    /// <summary>As a receiver would: docs/webhook.md shows the same.</summary>
    private static bool IsSigned(Received request)
    {
        var parts = request.Headers[WebhookSignature.Header].Split(',');
        var seconds = parts[0]["t=".Length..];
        byte[] signed = [.. Encoding.ASCII.GetBytes(seconds + "."), .. request.Body];
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed));
        return parts[1] == $"v1={expected}" && long.Parse(seconds, CultureInfo.InvariantCulture) > 1_700_000_000;
    }

    private static List<JsonNode> Taken(FakeServer receiver) =>
        [.. receiver.Received.Where(request => request.Status == 204).Select(Event)];

    private static JsonNode Event(Received request) => JsonNode.Parse(request.Body)!;

    private static string? Type(JsonNode e) => (string?)e["type"];
}
