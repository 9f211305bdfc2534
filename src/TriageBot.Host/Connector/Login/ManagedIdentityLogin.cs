using Azure.Core;
using Azure.Identity;

namespace TriageBot.Host.Connector.Login;

/// <summary>Signs in with the identity that Azure gives to the machine.</summary>
internal sealed class ManagedIdentityLogin(Registration registration) : IBotLogin
{
    private readonly ManagedIdentityCredential credential = new(
        ManagedIdentityId.FromUserAssignedClientId(registration.AppId)
    );

    private readonly TokenRequestContext request = new([registration.Cloud.Scope]);

    public async Task<BotToken> SignInAsync(CancellationToken stop)
    {
        var token = await credential.GetTokenAsync(request, stop);
        return new BotToken(token.Token, token.ExpiresOn);
    }
}
