using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace TriageBot.Host.Tests.Support;

/// <summary>A token to be, in all its parts, so that a test can spoil any of them.</summary>
internal sealed record Token(IssuerKey Key, DateTimeOffset Now)
{
    public string Algorithm { get; init; } = "RS256";

    public string? KeyId { get; init; } = Key.Id;

    public string Issuer { get; init; } = TokenIssuer.ChannelIssuer;

    public JsonNode Audience { get; init; } = TokenIssuer.AppId;

    public string? ServiceUrl { get; init; }

    public DateTimeOffset? From { get; init; } = Now.AddMinutes(-1);

    public DateTimeOffset? Until { get; init; } = Now.AddHours(1);

    /// <summary>Other claims.</summary>
    public Dictionary<string, string> Claims { get; init; } = [];

    /// <summary>Signs with the key, as a connector would.</summary>
    public string Write() => Write(data => Key.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>Signs as the test likes.</summary>
    public string Write(Func<byte[], byte[]> sign)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = Algorithm };
        if (KeyId is not null)
        {
            header["kid"] = KeyId;
        }

        var payload = new JsonObject { ["iss"] = Issuer, ["aud"] = Audience.DeepClone() };
        Add(payload, "nbf", From);
        Add(payload, "exp", Until);
        if (ServiceUrl is not null)
        {
            payload["serviceurl"] = ServiceUrl;
        }

        foreach (var (name, value) in Claims)
        {
            payload[name] = value;
        }

        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(JsonObject part) => Base64UrlEncoder.Encode(part.ToJsonString());

    private static void Add(JsonObject payload, string name, DateTimeOffset? at)
    {
        if (at is { } moment)
        {
            payload[name] = moment.ToUnixTimeSeconds();
        }
    }
}
