using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;

namespace TriageBot.Host.Chat;

/// <summary>
/// The page's own files, from inside the program. Their address holds a hash of them all, so that a browser keeps them
/// for as long as they are the same.
/// </summary>
internal sealed class PageFiles
{
    private const string Folder = "Chat.Page.";

    private readonly FrozenDictionary<string, PageFile> files = Read();

    public PageFiles() => Build = HashOf(files);

    public string Build { get; }

    public string Template => System.Text.Encoding.UTF8.GetString(files["chat.html"].Bytes);

    public PageFile? Find(string build, string name) =>
        build == Build && name != "chat.html" ? files.GetValueOrDefault(name) : null;

    private static FrozenDictionary<string, PageFile> Read()
    {
        var assembly = typeof(PageFiles).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Folder.Length..], name => new PageFile(name[Folder.Length..], Load(name)));

        byte[] Load(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        }
    }

    private static string HashOf(FrozenDictionary<string, PageFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Values.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}

/// <param name="Bytes">As written, in UTF-8.</param>
internal sealed record PageFile(string Name, byte[] Bytes)
{
    private readonly Lazy<byte[]> brotli = new(() => Compress(Bytes, CompressionLevel.SmallestSize));

    public string ContentType =>
        Path.GetExtension(Name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "application/octet-stream",
        };

    public byte[] Brotli => brotli.Value;

    public static byte[] Compress(byte[] bytes, CompressionLevel level)
    {
        using var memory = new MemoryStream();
        using (var brotli = new BrotliStream(memory, level))
        {
            brotli.Write(bytes);
        }

        return memory.ToArray();
    }
}
