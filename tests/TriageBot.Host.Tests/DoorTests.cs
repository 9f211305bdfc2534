using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TriageBot.Host.Connector;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests;

/// <summary>What <c>/api/messages</c> does with what is no message of a patient.</summary>
public sealed class DoorTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly TestHost host = shared.Host;
    private readonly Patient patient = new(shared.Host.Http);

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{\"type\":7,\"conversation\":{\"id\":\"c\"}}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\",\"conversation\":{\"id\":\"c\"},\"from\":{\"id\":\"u\"}}")]
    public async Task What_is_no_activity_is_refused_with_400(string body) => await Refused(body, 400);

    [Theory]
    [InlineData("type", "type")]
    [InlineData("conversation", "conversation.id")]
    [InlineData("from", "from.id")]
    public async Task A_missing_field_is_named(string field, string named)
    {
        var activity = patient.Message("hello");
        activity.Remove(field);
        var answer = await Refused(activity.ToJsonString(), 400);
        Assert.Contains(named, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_serviceUrl_replies_need_expectReplies()
    {
        var activity = patient.Message("hello");
        activity.Remove("deliveryMode");
        var answer = await Refused(activity.ToJsonString(), 400);
        Assert.Contains("expectReplies", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        using var content = new ByteArrayContent([.. "{\"type\":\""u8, 0xff, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        await Refused(content, 400);
    }

    [Fact]
    public async Task Very_deep_JSON_is_refused() =>
        await Refused($"{{\"type\":\"message\",\"value\":{new string('[', 5000)}{new string(']', 5000)}}}", 400);

    [Fact]
    public async Task A_body_that_is_not_called_JSON_is_refused()
    {
        using var content = new StringContent(patient.Message("hello").ToJsonString(), Encoding.UTF8, "text/plain");
        await Refused(content, 400);
    }

    [Fact]
    public async Task A_megabyte_of_text_is_too_large() =>
        await Refused(patient.Message(new string('a', 1024 * 1024)).ToJsonString(), 413);

    [Fact]
    public async Task A_text_longer_than_anybody_types_is_too_large() =>
        await Refused(patient.Message(new string('a', 10_001)).ToJsonString(), 413);

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("installationUpdate")]
    [InlineData("event")]
    [InlineData("conversationUpdate")]
    [InlineData("somethingNew")]
    public async Task What_needs_no_turn_is_taken_and_not_stored(string type)
    {
        var activity = patient.Message("hello");
        activity["type"] = type;
        activity["name"] = "triagebot/case-closed";
        using var response = await patient.Post(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await host.Stored());
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_gets_501()
    {
        var activity = patient.Message("hello");
        activity["type"] = "invoke";
        await Refused(activity.ToJsonString(), 501);
    }

    [Theory]
    [InlineData("https://smba.example.com/")]
    [InlineData("http://localhost.example.com/")]
    [InlineData("http://localhost@example.com/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("ftp://localhost/")]
    [InlineData("localhost")]
    public async Task A_foreign_serviceUrl_is_refused_even_where_replies_go_into_the_response(string serviceUrl)
    {
        var activity = patient.Message("my chest hurts");
        activity["serviceUrl"] = serviceUrl;
        await Refused(activity.ToJsonString(), 403);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "evil.example.com")]
    public async Task What_a_proxy_forwards_finds_nothing(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(patient.Message("hello").ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await host.Stored());
        Assert.Contains("MicrosoftAppId", host.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.0.0.5", false)]
    [InlineData("::ffff:10.0.0.5", false)]
    [InlineData("fe80::1", false)]
    public void Only_loopback_peers_are_from_this_machine(string peer, bool expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString("localhost", 3978);
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        Assert.Equal(expected, ConnectorGate.IsFromThisMachine(context));
    }

    [Fact]
    public async Task Another_machine_finds_nothing()
    {
        // Without a network there is no neighbour to pose as; the test above holds then as well.
        if (OwnAddress() is not { } own)
        {
            return;
        }

        await using var open = await TestHost.StartAsync(url: "http://0.0.0.0:0");
        using var http = new HttpClient { BaseAddress = new Uri($"http://{own}:{open.Address.Port}") };
        http.DefaultRequestHeaders.Host = "localhost";
        using var response = await new Patient(http).Post(patient.Message("hello"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await open.Stored());
    }

    [Fact]
    public async Task Outside_Development_nobody_comes_in_without_a_registration()
    {
        await using var production = await TestHost.StartAsync(
            environment: "Production",
            settings: Production.Settings
        );
        using var response = await new Patient(production.Http).Post(patient.Message("hello"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await production.Stored());
    }

    [Fact]
    public async Task With_a_registration_nobody_comes_in_without_a_token()
    {
        await using var registered = await TestHost.StartAsync(
            settings: ["--MicrosoftAppId=6f1c", "--MicrosoftAppPassword=swordfish"]
        );
        using var response = await new Patient(registered.Http).Post(patient.Message("hello"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await registered.Stored());
    }

    private static IPAddress? OwnAddress() =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up)
            .SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(address =>
                address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)
            );

    private Task<string> Refused(string body, int status) =>
        Refused(new StringContent(body, Encoding.UTF8, "application/json"), status);

    private async Task<string> Refused(HttpContent body, int status)
    {
        using var response = await host.Http.PostAsync("/api/messages", body);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(await host.Stored());
        Assert.Empty(await host.Cases());
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        return answer!["error"]!["message"]!.GetValue<string>();
    }
}
