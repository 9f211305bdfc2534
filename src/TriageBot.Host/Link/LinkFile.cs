using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.Host.Storage;

namespace TriageBot.Host.Link;

/// <summary>Where the running host listens for verbs, and what proves that the caller may read its data directory.</summary>
internal sealed record LinkFile(Uri Address, string Token)
{
    private const string Name = "host.json";

    public static string In(string directory) => Path.Combine(directory, Name);

    public void Write(string directory) =>
        PrivateFile.Write(In(directory), JsonSerializer.SerializeToUtf8Bytes(this, LinkJson.Default.LinkFile));

    /// <summary>Null where there is none, or only the half of one.</summary>
    public static LinkFile? Read(string directory)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(In(directory)), LinkJson.Default.LinkFile);
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(LinkFile))]
internal sealed partial class LinkJson : JsonSerializerContext;
