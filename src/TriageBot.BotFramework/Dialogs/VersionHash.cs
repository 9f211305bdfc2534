using System.Security.Cryptography;
using System.Text;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>A short hash of texts; the same in every process and on every machine.</summary>
internal static class VersionHash
{
    private const int Length = 16;

    public static string Of(IEnumerable<string> parts)
    {
        // The length in front keeps "ab" + "c" apart from "a" + "bc".
        var text = string.Concat(parts.Select(part => $"{part.Length}:{part}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
    }
}
