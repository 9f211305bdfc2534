using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TriageBot.Host.Tests.Support;

/// <summary>A message of a channel to which replies are sent.</summary>
internal static class PushedMessage
{
    /// <summary>Sends it with a good token, and expects that it is taken.</summary>
    public static async Task Send(TestHost host, TokenIssuer issuer, Uri channel, string text, string name = "ann")
    {
        var serviceUrl = channel + "channel";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(Make(host, serviceUrl, text, name)),
        };
        var token = new Token(issuer.Key, host.Clock.GetUtcNow()) { ServiceUrl = serviceUrl };
        request.Headers.Authorization = new("Bearer", token.Write());
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
    }

    private static JsonObject Make(TestHost host, string serviceUrl, string text, string name)
    {
        var message = new Patient(host.Http, name).Message(text, Guid.NewGuid().ToString("N"));
        message.Remove("deliveryMode");
        message["serviceUrl"] = serviceUrl;
        return message;
    }
}
