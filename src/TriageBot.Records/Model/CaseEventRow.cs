namespace TriageBot.Records.Model;

/// <summary>One step in a case's life, chained to the one before by its hash.</summary>
public sealed class CaseEventRow
{
    public required string CaseId { get; init; }

    /// <summary>From 1, without gap.</summary>
    public required long Sequence { get; init; }

    /// <summary><c>opened</c>, <c>raised</c>, <c>updated</c>, <c>acknowledged</c>, <c>closed</c>, <c>reopened</c>, <c>due</c>.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary><c>bot</c>, <c>clock</c>, or the nurse's name.</summary>
    public required string Actor { get; init; }

    /// <summary>What was said or decided; null where nothing was, or once erased.</summary>
    public string? Text { get; set; }

    /// <summary>Random, erased with the text, so that a short text cannot be guessed from its digest.</summary>
    public string? Salt { get; set; }

    /// <summary>SHA-256 of salt and text, in hex; stays when the text is erased.</summary>
    public required string Digest { get; init; }

    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over all of the above but text and salt, in hex.</summary>
    public required string Hash { get; init; }
}
