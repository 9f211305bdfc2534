using System.Text.Json.Nodes;
using TriageBot.Host.Connector;
using TriageBot.Host.Connector.Login;
using TriageBot.Host.Tests.Support;
using TriageBot.Records.Model;

namespace TriageBot.Host.Tests.Connector;

/// <summary>How the bot shows channels who it is.</summary>
public sealed class BotLoginTests : IAsyncLifetime
{
    private TokenIssuer issuer = null!;
    private FakeServer channel = null!;
    private TestHost host = null!;

    public async Task InitializeAsync()
    {
        issuer = await TokenIssuer.StartAsync();
        channel = await FakeServer.StartAsync();
        host = await TestHost.StartAsync(settings: issuer.Settings);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task One_login_serves_many_conversations()
    {
        string[] names = ["ann", "bob", "cleo", "dan", "eve", "finn", "gus", "hal"];
        await Task.WhenAll(names.Select(name => Send(name)));
        await Arrived(names.Length * 4);
        Assert.Equal(1, issuer.Logins);
        Assert.All(channel.Received, sent => Assert.Equal(Bearer(1), sent.Headers["Authorization"]));
        Assert.Equal("client_credentials", issuer.LastLogin["grant_type"]);
        Assert.Equal("https://api.botframework.com/.default", issuer.LastLogin["scope"].Split(' ')[0]);
        Assert.Equal(
            (TokenIssuer.AppId, "swordfish"),
            (issuer.LastLogin["client_id"], issuer.LastLogin["client_secret"])
        );
        Assert.DoesNotContain("swordfish", host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain(TokenIssuer.BotToken(1), host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends()
    {
        await Send("ann");
        await Arrived(4);
        host.Clock.Advance(TimeSpan.FromMinutes(54));
        await Send("bob");
        await Arrived(8);
        Assert.Equal(1, issuer.Logins);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await Send("cleo");
        await Until.True(() => issuer.Logins == 2, "the bot signs in again");
        await Arrived(12);
        await Send("dan");
        await Arrived(16);
        Assert.Equal(Bearer(2), channel.Received[^1].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_token_that_a_channel_does_not_take_is_replaced_and_the_message_sent_once()
    {
        channel.Answer = number => number == 1 ? 401 : 201;
        await Send("ann");
        await Arrived(5);
        Assert.Equal([Bearer(1), Bearer(2)], channel.Received.Take(2).Select(sent => sent.Headers["Authorization"]));
        var taken = channel.Received.Where(sent => sent.Status == 201).Select(Id).ToList();
        Assert.Equal(taken.Distinct(), taken);
    }

    [Fact]
    public async Task While_the_login_is_down_nothing_is_sent_and_nothing_lost()
    {
        issuer.LoginStatus = 500;
        await Send("ann");
        await Until.True(() => host.Log.All.Contains("could not sign in", StringComparison.Ordinal), "the login fails");
        Assert.Empty(channel.Received);
        issuer.LoginStatus = 200;
        await Until.True(
            async () =>
            {
                await host.PassSending(TimeSpan.FromSeconds(30));
                return channel.Received.Count >= 4;
            },
            "the replies arrive"
        );
        Assert.Equal(4, channel.Received.Select(Id).Distinct().Count());
        Assert.Equal(4, channel.Received.Count);
    }

    [Fact]
    public async Task A_timer_writes_to_a_patient_who_is_not_in_a_request()
    {
        await PushedMessage.Send(host, issuer, channel.Address, "the spot is a little sore");
        await Until.True(
            async () => (await host.Stored()).All(row => row.Delivery != DeliveryState.Pending),
            "the replies have left"
        );
        await host.Pass(TimeSpan.FromMinutes(16));
        await Until.True(() => Reminder() is not null, "the reminder arrives, as a reply to nothing");
        Assert.StartsWith("Bearer token-of-the-bot-", Reminder()!.Headers["Authorization"], StringComparison.Ordinal);

        Received? Reminder() =>
            channel.Received.FirstOrDefault(sent => sent.Path == "/channel/v3/conversations/talk-ann/activities");
    }

    [Fact]
    public async Task A_managed_identity_gives_a_token_without_a_secret()
    {
        await using var azure = await FakeServer.StartAsync();
        azure.Answer = _ => 200;
        azure.Body = """
            {"access_token":"of-the-machine","expires_on":"4102444800","resource":"r","token_type":"Bearer"}
            """;
        using var endpoint = new ProcessVariable("IDENTITY_ENDPOINT", azure.Address + "msi/token");
        using var header = new ProcessVariable("IDENTITY_HEADER", "of-this-machine");
        var login = new ManagedIdentityLogin(
            new Registration("bot", AppType.UserAssignedMSI, "t", Cloud.Public, Cloud.Public.Login)
        );
        var token = await login.SignInAsync(CancellationToken.None);
        Assert.Equal("of-the-machine", token.Value);
        Assert.Contains("client_id=bot", Assert.Single(azure.Received).Query, StringComparison.Ordinal);
    }

    private static string Bearer(int number) => $"Bearer {TokenIssuer.BotToken(number)}";

    private static string Id(Received sent) => (string)JsonNode.Parse(sent.Body)!["id"]!;

    private Task Send(string name) => PushedMessage.Send(host, issuer, channel.Address, "my chest hurts", name);

    private Task Arrived(int count) => Until.True(() => channel.Received.Count >= count, $"{count} messages arrive");
}
