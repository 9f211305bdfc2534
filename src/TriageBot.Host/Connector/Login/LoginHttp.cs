using Microsoft.Identity.Client;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.Host.Connector.Login;

/// <summary>
/// The connections to the login. The library insists on TLS; where a login on this machine is configured without, its
/// requests go there as configured.
/// </summary>
internal sealed class LoginHttp(Uri authority) : IMsalHttpClientFactory
{
    private readonly HttpClient http = ConnectorClient.CreateHttpClient(
        authority.Scheme == Uri.UriSchemeHttp ? new WithoutTls(authority) : null
    );

    public HttpClient GetHttpClient() => http;

    private sealed class WithoutTls(Uri authority) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            if (request.RequestUri is { } address && address.Authority == authority.Authority)
            {
                request.RequestUri = new UriBuilder(address) { Scheme = Uri.UriSchemeHttp }.Uri;
            }

            return base.SendAsync(request, stop);
        }
    }
}
