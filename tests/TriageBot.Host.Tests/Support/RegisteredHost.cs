using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Host.Tests.Support;

/// <summary>A host that is registered with an issuer on loopback, and a channel that both know.</summary>
public sealed class RegisteredHost : IAsyncLifetime
{
    private int written;

    internal TokenIssuer Issuer { get; private set; } = null!;

    internal TestHost Host { get; private set; } = null!;

    internal FakeServer Channel { get; private set; } = null!;

    internal string ServiceUrl => Channel.Address + "channel/";

    /// <summary>A token as the channel would send it.</summary>
    internal Token Token => new(Issuer.Key, Host.Clock.GetUtcNow()) { ServiceUrl = ServiceUrl };

    public async Task InitializeAsync()
    {
        Issuer = await TokenIssuer.StartAsync();
        Channel = await FakeServer.StartAsync();
        Host = await TestHost.StartAsync(settings: Issuer.Settings);
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Channel.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    /// <summary>A message as the channel would send it, in a conversation of its own.</summary>
    internal JsonObject Message(string text = "my chest hurts", string channelId = "webchat")
    {
        var message = new Patient(Host.Http, $"p{Interlocked.Increment(ref written)}").Message(text);
        message["serviceUrl"] = ServiceUrl;
        message["channelId"] = channelId;
        return message;
    }

    internal Task<HttpResponseMessage> Post(JsonObject activity, Token token) => Post(activity, token.Write());

    internal Task<HttpResponseMessage> Post(JsonObject activity, string? token) =>
        Send(activity, token is null ? [] : [$"Bearer {token}"]);

    /// <param name="authorization">The header's values, as they are.</param>
    internal async Task<HttpResponseMessage> Send(JsonObject activity, string[] authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(activity),
        };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Host.Http.SendAsync(request);
    }

    /// <summary>The host must refuse the call, keep and send nothing, and say so in one line without the token.</summary>
    internal async Task IsRefused(int status, JsonObject activity, params string[] authorization)
    {
        var stored = await Host.Stored();
        var logged = Host.Log.Lines.Count;
        var sent = Channel.Received.Count;
        using var response = await Send(activity, authorization);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 401, response.Headers.WwwAuthenticate.Contains(new AuthenticationHeaderValue("Bearer")));
        Assert.Equal(stored.Count, (await Host.Stored()).Count);
        Assert.Equal(sent, Channel.Received.Count);
        var lines = Host.Log.Lines.Skip(logged).ToList();
        Assert.Single(lines, line => line.Contains("refused a call", StringComparison.Ordinal));
        var parts = authorization.SelectMany(value => value.Split(' ', '.')).Where(part => part.Length > 10);
        Assert.All(parts, part => Assert.DoesNotContain(lines, line => line.Contains(part, StringComparison.Ordinal)));
    }

    internal Task IsRefused(int status, JsonObject activity, Token token) =>
        IsRefused(status, activity, $"Bearer {token.Write()}");
}
