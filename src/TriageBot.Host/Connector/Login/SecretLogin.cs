using Microsoft.Identity.Client;

namespace TriageBot.Host.Connector.Login;

/// <summary>Signs in with the registration's client secret or certificate.</summary>
internal sealed class SecretLogin : IBotLogin
{
    private readonly IConfidentialClientApplication application;
    private readonly string[] scopes;

    public SecretLogin(Registration registration)
    {
        var authority = new UriBuilder(registration.Authority) { Scheme = Uri.UriSchemeHttps };
        var builder = ConfidentialClientApplicationBuilder
            .Create(registration.AppId)
            // The address is configured, so nobody needs to be asked whether it is one of Microsoft's.
            .WithAuthority(authority.Uri, validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new LoginHttp(registration.Authority));
        application = (
            registration.Certificate is { } certificate
                ? builder.WithCertificate(certificate, sendX5C: true)
                : builder.WithClientSecret(registration.Password)
        ).Build();
        scopes = [registration.Cloud.Scope];
    }

    public async Task<BotToken> SignInAsync(CancellationToken stop)
    {
        var result = await application.AcquireTokenForClient(scopes).WithForceRefresh(true).ExecuteAsync(stop);
        return new BotToken(result.AccessToken, result.ExpiresOn);
    }
}
