using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.Protocols;
using TriageBot.Records;

namespace TriageBot.Host.Content;

/// <summary>
/// Keeps the text of each protocol in the records, so that a conversation ends on the text it began with, and finds the
/// texts that are no longer current.
/// </summary>
internal sealed class OlderProtocols(ProtocolTexts texts, ILogger<OlderProtocols> log)
{
    private readonly ConcurrentDictionary<string, Protocol?> found = new(StringComparer.Ordinal);

    public async Task KeepAsync(ProtocolLibrary library, CancellationToken stop)
    {
        foreach (var protocol in library.Protocols)
        {
            var source = JsonSerializer.Serialize(
                library.SourcesOf(protocol.Hash).ToArray(),
                KeptTexts.Default.SourceTextArray
            );
            await texts.SaveAsync(protocol.Hash, protocol.Id, protocol.Version, source, stop);
        }
    }

    /// <summary>The protocol with that hash, or null where it was never kept, or is not safe by what is checked today.</summary>
    public Protocol? Find(string hash) => found.GetOrAdd(hash, Load);

    private Protocol? Load(string hash)
    {
        // A turn asks for it in the middle of its work; it is read once in the life of the process.
        var row = texts.LoadAsync(hash).GetAwaiter().GetResult();
        if (row is null || JsonSerializer.Deserialize(row.Source, KeptTexts.Default.SourceTextArray) is not { } sources)
        {
            log.LogWarning("The protocol text {Hash} is not kept; its conversations go on with the current one", hash);
            return null;
        }

        var (library, defects) = ProtocolLibrary.Read(sources);
        var kept = library.Protocols.FirstOrDefault(protocol => protocol.Hash == hash);
        if (kept is null)
        {
            log.LogWarning(
                "The kept protocol text {Hash} no longer passes; its conversations go on with the current one: {Defects}",
                hash,
                string.Join("; ", defects)
            );
        }

        return kept;
    }
}

/// <summary>How a kept protocol text is written: a name and a text for each file.</summary>
[JsonSerializable(typeof(SourceText[]))]
internal sealed partial class KeptTexts : JsonSerializerContext;
