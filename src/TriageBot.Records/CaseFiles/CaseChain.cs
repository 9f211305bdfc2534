using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TriageBot.Records.Model;

namespace TriageBot.Records.CaseFiles;

/// <summary>
/// Chains a case's events by hash: changing, dropping or reordering one is seen. Texts enter as salted digests only, so
/// that erasing one leaves the chain valid.
/// </summary>
public static class CaseChain
{
    private const int SaltBytes = 16;

    /// <summary>Appends an event to <paramref name="file"/> and returns it for saving.</summary>
    public static CaseEventRow Append(CaseRow file, string kind, DateTimeOffset at, string actor, string? text)
    {
        ArgumentNullException.ThrowIfNull(file);
        var salt = text is null ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        var digest = Digest(salt, text);
        var sequence = ++file.EventCount;
        var previous = file.LastHash;
        file.LastHash = Hash(file.Id, sequence, kind, at, actor, digest, previous);
        return new CaseEventRow
        {
            CaseId = file.Id,
            Sequence = sequence,
            Kind = kind,
            At = at,
            Actor = actor,
            Text = text,
            Salt = salt,
            Digest = digest,
            PreviousHash = previous,
            Hash = file.LastHash,
        };
    }

    /// <summary>What is wrong with a case's chain; null where nothing is.</summary>
    /// <param name="events">All events of the case, in order.</param>
    public static string? Verify(CaseRow file, IReadOnlyList<CaseEventRow> events)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(events);
        var previous = "";
        foreach (var (index, entry) in events.Index())
        {
            if (entry.Sequence != index + 1)
            {
                return $"Event {index + 1} of case {file.Id} is missing.";
            }
            if (entry.PreviousHash != previous || entry.Hash != Hash(entry))
            {
                return $"Event {entry.Sequence} of case {file.Id} was changed.";
            }
            if (entry.Text is not null && Digest(entry.Salt, entry.Text) != entry.Digest)
            {
                return $"The text of event {entry.Sequence} of case {file.Id} was changed.";
            }
            previous = entry.Hash;
        }
        return previous == file.LastHash && events.Count == file.EventCount
            ? null
            : $"Events after {events.Count} of case {file.Id} are missing.";
    }

    private static string Hash(CaseEventRow entry) =>
        Hash(entry.CaseId, entry.Sequence, entry.Kind, entry.At, entry.Actor, entry.Digest, entry.PreviousHash);

    private static string Hash(
        string caseId,
        long sequence,
        string kind,
        DateTimeOffset at,
        string actor,
        string digest,
        string previous
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, caseId);
        Add(hash, sequence);
        Add(hash, kind);
        Add(hash, at.ToUnixTimeMilliseconds());
        Add(hash, actor);
        Add(hash, digest);
        Add(hash, previous);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Digest(string? salt, string? text) =>
        text is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + text)));

    // Lengths go in too: without them two neighbouring fields could trade characters unseen.
    private static void Add(IncrementalHash hash, string field)
    {
        var bytes = Encoding.UTF8.GetBytes(field);
        Add(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, long field)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, field);
        hash.AppendData(bytes);
    }
}
