using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TriageBot.Host.DirectLine;

/// <summary>
/// Gives out and reads tokens, and the tickets with which a WebSocket is opened: signed JSON Web Tokens, so that any host
/// with the same key takes them and a restart forgets none.
/// </summary>
internal sealed class DirectLineTokens(SigningKey key, TimeProvider clock)
{
    /// <summary>Clients renew after 15 minutes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // It stands in an address, where logs of proxies keep it; so it is of no use for long.
    private static readonly TimeSpan TicketLifetime = TimeSpan.FromMinutes(1);

    /// <summary>How long the page comes back to a conversation by itself; each visit makes it anew.</summary>
    private static readonly TimeSpan ClaimLifetime = TimeSpan.FromDays(1);

    private const string ForClaims = "directline-claim";
    private const string ForCalls = "directline";
    private const string ForStream = "directline-stream";

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for what its holder may do.</summary>
    public IssuedToken Issue(DirectLineToken holder) => new(Write(holder, ForCalls, Lifetime), Lifetime);

    /// <summary>What opens one stream, soon.</summary>
    public string IssueTicket(DirectLineToken holder) => Write(holder, ForStream, TicketLifetime);

    public Task<TokenReading> ReadAsync(string text) => ReadAsync(text, ForCalls);

    public Task<TokenReading> ReadTicketAsync(string text) => ReadAsync(text, ForStream);

    /// <summary>What our own page keeps, to get its next token with.</summary>
    public string IssueClaim(DirectLineToken holder) => Write(holder, ForClaims, ClaimLifetime);

    public Task<TokenReading> ReadClaimAsync(string text) => ReadAsync(text, ForClaims);

    private string Write(DirectLineToken holder, string audience, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["conv"] = holder.Conversation };
        if (holder.User is { } user)
        {
            claims["user"] = user;
        }

        if (holder.Link is { } link)
        {
            claims["link"] = link;
        }

        return handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Audience = audience,
                IssuedAt = now,
                Expires = now + lifetime,
                Claims = claims,
                SigningCredentials = key.Credentials,
            }
        );
    }

    private async Task<TokenReading> ReadAsync(string text, string audience)
    {
        var result = await handler.ValidateTokenAsync(
            text,
            new TokenValidationParameters
            {
                IssuerSigningKey = key.Credentials.Key,
                ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
                ValidAudience = audience,
                ValidateIssuer = false,
                // Looked at below: an expired token is told apart from a forged one, by our own clock.
                ValidateLifetime = false,
            }
        );
        if (
            !result.IsValid
            || result.SecurityToken is not JsonWebToken token
            || !token.TryGetPayloadValue<string>("conv", out var conversation)
        )
        {
            return new TokenReading(null, false);
        }

        return new TokenReading(
            new DirectLineToken(conversation) { User = Claim(token, "user"), Link = Claim(token, "link") },
            token.ValidTo <= clock.GetUtcNow().UtcDateTime
        );
    }

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
