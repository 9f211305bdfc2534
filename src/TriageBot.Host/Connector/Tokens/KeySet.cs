using System.Collections;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TriageBot.Host.Connector.Tokens;

/// <summary>An issuer's public keys as they were at a moment.</summary>
internal sealed record KeySet(IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset ReadAt)
{
    private const string Endorsements = "endorsements";

    /// <summary>The RSA keys that are for signing; others could not have made a token that we take.</summary>
    public static KeySet Of(OpenIdConnectConfiguration configuration, DateTimeOffset now)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in configuration.JsonWebKeySet?.Keys ?? [])
        {
            if (key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0, Use: null or "" or "sig" })
            {
                keys[key.Kid] = new SigningKey(key, EndorsementsOf(key));
            }
        }

        return new KeySet(keys, now);
    }

    private static HashSet<string>? EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue(Endorsements, out var value)
            ? value switch
            {
                JsonElement { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(Text)],
                string one => [one],
                IEnumerable list => [.. list.Cast<object>().Select(one => one?.ToString() ?? "")],
                _ => [],
            }
            : null;

    private static string Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
}
