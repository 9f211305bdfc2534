using System.CommandLine;
using TriageBot.Host.Commands;
using TriageBot.Host.Reviews;
using TriageBot.Protocols;

namespace TriageBot.Host.Comparisons;

/// <summary>The part of a comparison of two protocols that looks at recorded conversations.</summary>
internal static class RecordedDiff
{
    public static Option<string?> Option() =>
        new("--recorded") { Description = "A data directory: adds which of its conversations would end otherwise" };

    /// <summary>Writes how many would end otherwise, and each with its case.</summary>
    public static async Task TellAsync(
        string directory,
        ProtocolLibrary old,
        ProtocolLibrary now,
        Streams io,
        CancellationToken stop
    )
    {
        var found = await RecordedOutcomes.CompareAsync(Path.GetFullPath(directory), old, now, stop);
        await io.Out.WriteLineAsync(found.ToString());
        foreach (var change in found.Changes)
        {
            var file = change.Case is null ? $"conversation {change.Conversation}" : $"case {change.Case}";
            var (before, after) = (ProtocolInWords.RouteOf(change.Before), ProtocolInWords.RouteOf(change.After));
            await io.Out.WriteLineAsync($"  {file}: {before} -> {after}");
        }
    }
}
