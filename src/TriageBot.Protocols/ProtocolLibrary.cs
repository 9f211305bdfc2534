using System.Collections.Frozen;
using System.Collections.Immutable;
using TriageBot.Protocols.Reading;

namespace TriageBot.Protocols;

/// <summary>The protocols of a directory. What is in it has been checked; there is no other way to get one.</summary>
public sealed class ProtocolLibrary
{
    private readonly FrozenDictionary<string, ImmutableArray<SourceText>> sources;

    internal ProtocolLibrary(IEnumerable<(Protocol Protocol, ImmutableArray<SourceText> Sources)> read)
    {
        var all = read.OrderBy(entry => entry.Protocol.Id, StringComparer.Ordinal).ToList();
        Protocols = [.. all.Select(entry => entry.Protocol)];
        sources = all.DistinctBy(entry => entry.Protocol.Hash)
            .ToFrozenDictionary(entry => entry.Protocol.Hash, entry => entry.Sources, StringComparer.Ordinal);
    }

    /// <summary>All protocols, by id.</summary>
    public ImmutableArray<Protocol> Protocols { get; }

    public Protocol? Find(string id) => Protocols.FirstOrDefault(protocol => protocol.Id == id);

    /// <summary>
    /// The texts that the protocol with this hash was read from: what must be kept so that a conversation can finish on
    /// the text it began with. <see cref="Read(IEnumerable{SourceText})"/> reads them back, to the same hash. Empty where
    /// no protocol of this library has the hash.
    /// </summary>
    public ImmutableArray<SourceText> SourcesOf(string hash) => sources.GetValueOrDefault(hash, []);

    /// <summary>Loads every <c>*.yaml</c> file of a directory.</summary>
    /// <exception cref="DefectiveDataException">Something is wrong; it carries all defects of all files.</exception>
    public static ProtocolLibrary Load(string directory)
    {
        var (library, defects) = Read(directory);
        return defects.IsEmpty ? library : throw new DefectiveDataException(defects);
    }

    /// <summary>Reads every <c>*.yaml</c> file of a directory and says what is wrong with them, instead of throwing.</summary>
    public static ProtocolReading Read(string directory) => ProtocolFiles.Read(ProtocolFiles.In(directory));

    /// <summary>Reads texts that come from elsewhere than a directory, such as those of <see cref="SourcesOf"/>.</summary>
    public static ProtocolReading Read(IEnumerable<SourceText> texts) => ProtocolFiles.Read([.. texts]);
}

/// <summary>One file that a protocol was read from.</summary>
/// <param name="File">Its name, without a directory.</param>
/// <param name="Text">Its text, with line feeds alone as line ends.</param>
public sealed record SourceText(string File, string Text);

/// <summary>What reading found.</summary>
/// <param name="Library">The protocols without a defect.</param>
/// <param name="Defects">Everything that is wrong, by file and line.</param>
public sealed record ProtocolReading(ProtocolLibrary Library, ImmutableArray<Defect> Defects);
