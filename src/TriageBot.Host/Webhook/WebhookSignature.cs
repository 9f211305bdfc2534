using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TriageBot.Host.Webhook;

/// <summary>
/// Proves to the receiver who sent a notice and when: <c>t=SECONDS,v1=HEX</c>, where HEX is the HMAC-SHA256 of
/// <c>SECONDS.BODY</c> under the shared secret. The time is signed too, so that a copy cannot be played later.
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "TriageBot-Signature";

    public static string Of(ReadOnlySpan<byte> body, string secret, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = new byte[seconds.Length + 1 + body.Length];
        Encoding.ASCII.GetBytes($"{seconds}.", signed);
        body.CopyTo(signed.AsSpan(seconds.Length + 1));
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
