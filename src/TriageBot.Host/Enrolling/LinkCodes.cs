using System.Security.Cryptography;
using System.Text;
using TriageBot.Host.DirectLine;

namespace TriageBot.Host.Enrolling;

/// <summary>
/// The codes that patients' links show: short enough for a text or to be typed from paper, and signed, so that a guessed
/// one is refused without a look into the records.
/// </summary>
internal sealed class LinkCodes(SigningKey key)
{
    private const int IdLength = 8;
    private const int MarkLength = 8;
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    public string Of(string linkId) => $"{linkId}-{Mark(linkId)}";

    /// <summary>The link's id, or null where the code is none of ours. Case and blanks do not matter.</summary>
    public string? Read(string? code)
    {
        var text = (code ?? "").Trim().ToLowerInvariant();
        if (text.Length != IdLength + 1 + MarkLength || text[IdLength] != '-')
        {
            return null;
        }

        var id = text[..IdLength];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(id)), Encoding.UTF8.GetBytes(text))
            ? id
            : null;
    }

    private string Mark(string linkId)
    {
        var hash = key.Mark($"patient-link {linkId}");
        return string.Concat(hash.Take(MarkLength).Select(octet => Letters[octet % Letters.Length]));
    }
}
