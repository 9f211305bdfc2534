using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TriageBot.Host.Connector.Tokens;

/// <summary>
/// Checks the bearer token of a call. 401 says that nobody can tell who calls; 403 that somebody calls who is known, and
/// not for this bot.
/// </summary>
internal sealed class TokenCheck(
    Registration registration,
    SigningKeys channelKeys,
    SigningKeys developerKeys,
    TimeProvider clock
)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    // Only signatures with a private key: with others the public key itself would make valid tokens.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
    ];

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken };
    private readonly IReadOnlySet<string> developerIssuers = registration.Cloud.DeveloperIssuers(registration.TenantId);

    public async ValueTask<Admission> CheckAsync(StringValues authorization, CancellationToken stop)
    {
        if (authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Unauthorized("it carries no bearer token");
        }

        if (Read(header[Scheme.Length..].Trim()) is not { } token)
        {
            return Unauthorized("its token cannot be read");
        }

        var fromChannel = token.Issuer == registration.Cloud.ChannelIssuer;
        if (!fromChannel && !developerIssuers.Contains(token.Issuer))
        {
            return Unauthorized("its token has a foreign issuer");
        }

        if (!Algorithms.Contains(token.Alg) || string.IsNullOrEmpty(token.Kid))
        {
            return Unauthorized("its token is not signed with a key of the issuer");
        }

        try
        {
            var key = await (fromChannel ? channelKeys : developerKeys).FindAsync(token.Kid, stop);
            return key is null ? Unauthorized("its token is signed with an unknown key")
                : await Problem(token, key) is { } problem ? Unauthorized(problem)
                : fromChannel ? Channel(token, key)
                : Developer(token);
        }
        catch (KeysUnavailableException problem)
        {
            return new Admission.Refused(StatusCodes.Status503ServiceUnavailable, problem.Message);
        }
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return token.Length <= LongestToken && handler.CanReadToken(token) ? handler.ReadJsonWebToken(token) : null;
        }
        // Whatever strangers send; the reader throws many kinds.
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return null;
        }
    }

    private async Task<string?> Problem(JsonWebToken token, SigningKey key)
    {
        var result = await handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = token.Issuer,
                // Told apart from a forged token below.
                ValidateAudience = false,
                ValidAlgorithms = Algorithms,
                IssuerSigningKey = key.Key,
                TryAllIssuerSigningKeys = false,
                RequireSignedTokens = true,
                ValidateLifetime = true,
                LifetimeValidator = IsInForce,
            }
        );
        return result switch
        {
            { IsValid: true } => null,
            { Exception: SecurityTokenInvalidLifetimeException } => "its token is expired or not yet valid",
            _ => "its token is forged",
        };
    }

    private bool IsInForce(DateTime? from, DateTime? until, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && end > now - Skew && (from is null || from <= now + Skew);
    }

    private Admission Channel(JsonWebToken token, SigningKey key)
    {
        if (!IsForThisBot(token))
        {
            return Forbidden("its token is for another bot");
        }

        return Claim(token, "serviceurl") is { Length: > 0 } serviceUrl
            ? new Admission.Admitted(new Caller.Channel(serviceUrl, key.Endorsements))
            : Forbidden("its token names no serviceurl");
    }

    // The holder of the bot's own secret. That the audience is the bot, too, keeps out tokens that the bot gave to
    // channels.
    private Admission Developer(JsonWebToken token)
    {
        var holder = Claim(token, "ver") switch
        {
            "1.0" => Claim(token, "appid"),
            "2.0" => Claim(token, "azp"),
            _ => null,
        };
        return IsThisBot(holder) && IsForThisBot(token)
            ? new Admission.Admitted(new Caller.Developer())
            : Forbidden("its token is another bot's");
    }

    private bool IsForThisBot(JsonWebToken token) => token.Audiences.ToList() is [var only] && IsThisBot(only);

    private bool IsThisBot(string? id) => string.Equals(id, registration.AppId, StringComparison.OrdinalIgnoreCase);

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static Admission.Refused Unauthorized(string reason) => new(StatusCodes.Status401Unauthorized, reason);

    private static Admission.Refused Forbidden(string reason) => new(StatusCodes.Status403Forbidden, reason);
}
