using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using TriageBot.Host.Tests.Support;

namespace TriageBot.Host.Tests.Connector;

/// <summary>Whose word <c>/api/messages</c> takes: each test spoils one part of a good token.</summary>
public sealed class TokenTests(RegisteredHost registered) : IClassFixture<RegisteredHost>
{
    private Token Good => registered.Token;

    private DateTimeOffset Now => registered.Host.Clock.GetUtcNow();

    [Fact]
    public async Task A_channels_token_lets_its_activity_in()
    {
        using var response = await registered.Post(registered.Message(), Good);
        Assert.Equal(200, (int)response.StatusCode);
        var replies = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activities"]!.AsArray();
        Assert.StartsWith("Call 911 now.", (string?)replies[0]!["text"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer garbage-that-is-no-token")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.AAAA")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    public async Task What_is_no_token_is_refused(string authorization) =>
        await registered.IsRefused(401, registered.Message(), authorization);

    [Fact]
    public async Task Without_a_token_nobody_comes_in() => await registered.IsRefused(401, registered.Message());

    [Fact]
    public async Task Two_tokens_are_one_too_many() =>
        await registered.IsRefused(
            401,
            registered.Message(),
            $"Bearer {Good.Write()}",
            $"Bearer {(Good with { KeyId = null }).Write()}"
        );

    [Theory]
    [InlineData(-60, -6)]
    [InlineData(6, 60)]
    public async Task An_expired_or_early_token_is_refused(int from, int until) =>
        await registered.IsRefused(
            401,
            registered.Message(),
            Good with
            {
                From = Now.AddMinutes(from),
                Until = Now.AddMinutes(until),
            }
        );

    [Theory]
    [InlineData(-60, -4)]
    [InlineData(4, 60)]
    public async Task Clocks_may_differ_by_almost_five_minutes(int from, int until)
    {
        var token = Good with { From = Now.AddMinutes(from), Until = Now.AddMinutes(until) };
        using var response = await registered.Post(registered.Message(), token);
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_token_that_never_ends_is_refused() =>
        await registered.IsRefused(401, registered.Message(), Good with { Until = null });

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("")]
    public async Task An_unsigned_token_is_refused(string algorithm)
    {
        var unsigned = Good with { Algorithm = algorithm };
        await registered.IsRefused(401, registered.Message(), $"Bearer {unsigned.Write(_ => [])}");
        await registered.IsRefused(401, registered.Message(), unsigned);
    }

    [Fact]
    public async Task The_public_key_is_no_secret_to_sign_with()
    {
        var rsa = registered.Issuer.Key.Rsa;
        byte[][] secrets =
        [
            rsa.ExportParameters(false).Modulus!,
            rsa.ExportSubjectPublicKeyInfo(),
            rsa.ExportRSAPublicKey(),
            Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()),
            Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(rsa.ExportParameters(false).Modulus)),
        ];
        foreach (var secret in secrets)
        {
            var token = (Good with { Algorithm = "HS256" }).Write(data => HMACSHA256.HashData(secret, data));
            await registered.IsRefused(401, registered.Message(), $"Bearer {token}");
            var disguised = Good.Write(data => HMACSHA256.HashData(secret, data));
            await registered.IsRefused(401, registered.Message(), $"Bearer {disguised}");
        }
    }

    [Fact]
    public async Task Another_key_under_the_same_id_is_refused()
    {
        using var stranger = IssuerKey.Make(registered.Issuer.Key.Id);
        await registered.IsRefused(401, registered.Message(), Good with { Key = stranger });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("unheard-of")]
    public async Task A_key_that_the_issuer_does_not_publish_is_refused(string? keyId) =>
        await registered.IsRefused(401, registered.Message(), Good with { KeyId = keyId });

    [Fact]
    public async Task A_token_that_was_changed_is_refused()
    {
        var token = Good.Write().Split('.');
        var forged = Base64UrlEncoder.Decode(token[1]).Replace("nbf", "nbg", StringComparison.Ordinal);
        token[1] = Base64UrlEncoder.Encode(forged);
        await registered.IsRefused(401, registered.Message(), $"Bearer {string.Join('.', token)}");
    }

    [Theory]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://evil.example.com")]
    [InlineData("")]
    public async Task A_foreign_issuer_is_refused(string issuer) =>
        await registered.IsRefused(401, registered.Message(), Good with { Issuer = issuer });

    [Fact]
    public async Task A_token_for_another_bot_is_refused()
    {
        await registered.IsRefused(403, registered.Message(), Good with { Audience = "another-bot" });
        var both = new JsonArray(TokenIssuer.AppId, "another-bot");
        await registered.IsRefused(403, registered.Message(), Good with { Audience = both });
    }

    [Fact]
    public async Task A_token_for_another_serviceUrl_is_refused()
    {
        var stolen = registered.Message();
        stolen["serviceUrl"] = "https://evil.example.com/";
        await registered.IsRefused(403, stolen, Good);
        stolen.Remove("serviceUrl");
        await registered.IsRefused(403, stolen, Good);
        await registered.IsRefused(403, registered.Message(), Good with { ServiceUrl = null });
    }

    [Theory]
    [InlineData("http://evil.example.com/")]
    [InlineData("ftp://localhost/")]
    [InlineData("nowhere")]
    public async Task Nobody_has_the_bots_token_sent_where_others_can_read_it(string serviceUrl)
    {
        var activity = registered.Message();
        activity["serviceUrl"] = serviceUrl;
        await registered.IsRefused(403, activity, Good with { ServiceUrl = serviceUrl });
    }

    [Fact]
    public async Task A_key_speaks_only_for_the_channels_that_its_issuer_names()
    {
        await registered.IsRefused(403, registered.Message(channelId: "msteams"), Good);
        await registered.IsRefused(403, registered.Message(channelId: ""), Good);
        using var direct = await registered.Post(registered.Message(channelId: "directline"), Good);
        Assert.Equal(200, (int)direct.StatusCode);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("invoke")]
    [InlineData("")]
    public async Task What_begins_no_turn_needs_a_token_as_well(string type)
    {
        var activity = registered.Message();
        activity["type"] = type;
        await registered.IsRefused(401, activity);
        await registered.IsRefused(403, activity, Good with { ServiceUrl = "https://elsewhere.example.com/" });
    }
}
