using System.Net;
using System.Net.Http.Headers;

namespace TriageBot.Host.Connector.Login;

/// <summary>Puts the bot's token on what goes to channels.</summary>
internal sealed class BearerHandler(BotTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var token = await tokens.GetAsync(stop);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, stop);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Forget(token);
        }

        return response;
    }
}
