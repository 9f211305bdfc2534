namespace TriageBot.Records.Model;

/// <summary>A protocol as it was when a conversation began on it.</summary>
public sealed class ProtocolTextRow
{
    /// <summary>The protocol's content hash.</summary>
    public required string Hash { get; init; }

    public required string ProtocolId { get; init; }

    public required string Version { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}
