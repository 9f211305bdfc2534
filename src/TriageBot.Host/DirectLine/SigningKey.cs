using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using TriageBot.Host.Configuration;
using TriageBot.Host.Storage;

namespace TriageBot.Host.DirectLine;

/// <summary>
/// What tokens are signed with: from the settings, where several hosts share it, else made at first use and kept in the
/// data directory.
/// </summary>
internal sealed class SigningKey(HostSettings settings)
{
    private const string FileName = "directline.key";
    private const int Bytes = 32;

    private readonly Lazy<SymmetricSecurityKey> key = new(() => new SymmetricSecurityKey(Read(settings)));

    public SigningCredentials Credentials => new(key.Value, SecurityAlgorithms.HmacSha256);

    /// <summary>Marks <paramref name="text"/>, so that what is not ours is told apart.</summary>
    public byte[] Mark(string text) => HMACSHA256.HashData(key.Value.Key, Encoding.UTF8.GetBytes(text));

    private static byte[] Read(HostSettings settings)
    {
        if (settings.DirectLine.Key is { } configured)
        {
            return SHA256.HashData(Encoding.UTF8.GetBytes(configured));
        }

        var path = Path.Combine(settings.Storage.Directory, FileName);
        return File.Exists(path) && File.ReadAllBytes(path) is { Length: Bytes } kept ? kept : Make(path);
    }

    private static byte[] Make(string path)
    {
        var made = RandomNumberGenerator.GetBytes(Bytes);
        PrivateFile.Write(path, made);
        return made;
    }
}
