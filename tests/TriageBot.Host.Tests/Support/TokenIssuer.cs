using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace TriageBot.Host.Tests.Support;

/// <summary>
/// The Bot Connector's issuer and the bot's login, on loopback: an OpenID document, its keys, and a token endpoint.
/// </summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string AppId = "6f1c8d3a-2b5e-4c1f-9a70-0d2f6b9e4c11";
    public const string Tenant = "9b7e4d52-63f0-4b8e-8c5d-7d0f3a1e2b46";
    public const string ChannelIssuer = "https://api.botframework.com";

    private readonly WebApplication app;
    private readonly List<IssuerKey> published = [];
    private int keysRead;
    private int logins;

    private TokenIssuer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>What those who ask for the keys are answered; 200 where that works.</summary>
    public int Status { get; set; } = 200;

    /// <summary>What the token endpoint answers; 200 where it works.</summary>
    public int LoginStatus { get; set; } = 200;

    /// <summary>How often somebody read the keys.</summary>
    public int KeysRead => Volatile.Read(ref keysRead);

    /// <summary>How often the bot asked for a token.</summary>
    public int Logins => Volatile.Read(ref logins);

    /// <summary>What the bot sent to the token endpoint last.</summary>
    public IReadOnlyDictionary<string, string> LastLogin { get; private set; } = new Dictionary<string, string>();

    /// <summary>For how long the next token that the bot gets is good, in seconds.</summary>
    public int ExpiresIn { get; set; } = 3600;

    /// <summary>The token that the bot gets by its <paramref name="number"/>th login.</summary>
    public static string BotToken(int number) => $"token-of-the-bot-{number}";

    public static async Task<TokenIssuer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new TokenIssuer(app);
        app.Run(issuer.Answer);
        await app.StartAsync();
        issuer.Publish(IssuerKey.Make("first", "webchat", "directline"));
        return issuer;
    }

    /// <summary>The settings by which a host trusts this issuer and signs in with it.</summary>
    public string[] Settings =>
        [
            $"--MicrosoftAppId={AppId}",
            "--MicrosoftAppType=SingleTenant",
            $"--MicrosoftAppTenantId={Tenant}",
            "--MicrosoftAppPassword=swordfish",
            $"--ToBotFromChannelOpenIdMetadataUrl={Address}metadata",
            $"--ToBotFromEmulatorOpenIdMetadataUrl={Address}metadata",
            $"--ToChannelFromBotLoginUrl={Address}{Tenant}",
        ];

    public IssuerKey Key => published[^1];

    public void Publish(IssuerKey key) => published.Add(key);

    public void Withdraw(IssuerKey key) => published.Remove(key);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        published.ForEach(key => key.Dispose());
    }

    private async Task Answer(HttpContext context)
    {
        JsonNode answer;
        var status = Status;
        switch (context.Request.Path.Value)
        {
            case "/metadata":
                answer = new JsonObject { ["issuer"] = ChannelIssuer, ["jwks_uri"] = $"{Address}keys" };
                break;
            case "/keys":
                Interlocked.Increment(ref keysRead);
                answer = new JsonObject { ["keys"] = new JsonArray([.. published.Select(key => key.Published())]) };
                break;
            case $"/{Tenant}/oauth2/v2.0/token":
                status = LoginStatus;
                var form = await context.Request.ReadFormAsync();
                LastLogin = form.ToDictionary(field => field.Key, field => field.Value.ToString());
                answer = new JsonObject
                {
                    ["token_type"] = "Bearer",
                    ["expires_in"] = ExpiresIn,
                    ["access_token"] = BotToken(Interlocked.Increment(ref logins)),
                };
                break;
            default:
                context.Response.StatusCode = 404;
                return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(status == 200 ? answer.ToJsonString() : "{\"error\":\"server_error\"}");
    }
}

/// <summary>A key pair of the issuer.</summary>
/// <param name="Endorsements">The channels that it may speak for; null publishes nothing of it.</param>
internal sealed record IssuerKey(string Id, RSA Rsa, string[]? Endorsements) : IDisposable
{
    public static IssuerKey Make(string id, params string[]? endorsements) => new(id, RSA.Create(2048), endorsements);

    public JsonObject Published()
    {
        var parameters = Rsa.ExportParameters(false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (Endorsements is not null)
        {
            key["endorsements"] = new JsonArray([.. Endorsements.Select(channel => JsonValue.Create(channel))]);
        }

        return key;
    }

    public void Dispose() => Rsa.Dispose();
}
