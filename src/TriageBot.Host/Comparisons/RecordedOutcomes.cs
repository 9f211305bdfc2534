using Microsoft.Extensions.Logging.Abstractions;
using TriageBot.BotFramework.State;
using TriageBot.Conversation.CheckIns;
using TriageBot.Host.Bot;
using TriageBot.Host.Worked;
using TriageBot.Protocols;
using TriageBot.Protocols.Routes;
using TriageBot.Records.Storage;

namespace TriageBot.Host.Comparisons;

/// <summary>Weighs the recorded check-ins of a database by two versions of protocols, and says which would end otherwise.</summary>
internal static class RecordedOutcomes
{
    /// <param name="directory">The data directory. It is read and not changed; a host may run on it.</param>
    /// <param name="pairs">Each protocol to compare with, and the one that would be used for it.</param>
    /// <exception cref="RecordsException">There are no records there.</exception>
    public static async Task<RecordedChanges> CompareAsync(
        string directory,
        IReadOnlyList<(Protocol Old, Protocol New)> pairs,
        CancellationToken stop
    )
    {
        if (!File.Exists(Path.Combine(directory, SqliteDatabase.FileName)))
        {
            throw new RecordsException($"There are no records in {directory}.");
        }

        await using var database = new SqliteDatabase(
            directory,
            TimeProvider.System,
            NullLogger<SqliteDatabase>.Instance
        );
        var codec = new StateCodec(BotExtensions.KnownStates());
        using var records = database.OpenForReading();
        var changes = new List<RecordedChange>();
        var total = 0;
        foreach (var states in records.States.AsEnumerable().GroupBy(row => row.ConversationId))
        {
            stop.ThrowIfCancellationRequested();
            if (
                KeptCheckIns.In(codec, states) is not { } checkIn
                || pairs.FirstOrDefault(pair => pair.Old.Id == checkIn.Protocol) is not (not null, not null) pair
            )
            {
                continue;
            }

            total++;
            var change = Weigh(states.Key, checkIn, pair.Old, pair.New);
            if (change.Before != change.After)
            {
                changes.Add(change);
            }
        }

        return new RecordedChanges(total, [.. changes.OrderBy(change => change.Conversation, StringComparer.Ordinal)]);
    }

    private static RecordedChange Weigh(string conversation, CheckIn checkIn, Protocol before, Protocol after) =>
        new(
            conversation,
            checkIn.Case?.Id,
            Triage.Assess(before, checkIn.Sheet).Disposition,
            Triage.Assess(after, checkIn.Sheet).Disposition
        );
}

/// <param name="Total">Check-ins on a protocol that is compared.</param>
internal sealed record RecordedChanges(int Total, IReadOnlyList<RecordedChange> Changes)
{
    /// <summary>"3 of 214 recorded conversations would end otherwise."</summary>
    public override string ToString() => $"{Changes.Count} of {Total} recorded conversations would end otherwise.";
}

/// <param name="Case">The case that stands for it, or null.</param>
internal sealed record RecordedChange(string Conversation, string? Case, Disposition Before, Disposition After);
