using System.CommandLine;
using TriageBot.Host.Commands;
using TriageBot.Host.Reviews;

namespace TriageBot.Host.Comparisons;

/// <summary>The part of a comparison of two protocols that looks at recorded conversations.</summary>
internal static class RecordedDiff
{
    public static Option<string?> Option() =>
        new("--recorded") { Description = "A data directory: adds which of its conversations would end otherwise" };

    /// <summary>Writes how many would end otherwise, and each with its case.</summary>
    public static void Tell(RecordedChanges found, Streams io)
    {
        io.Out.WriteLine(found);
        foreach (var change in found.Changes)
        {
            var file = change.Case is null ? $"conversation {change.Conversation}" : $"case {change.Case}";
            var (before, after) = (ProtocolInWords.RouteOf(change.Before), ProtocolInWords.RouteOf(change.After));
            io.Out.WriteLine($"  {file}: {before} -> {after}");
        }
    }

    /// <summary>The same for programs.</summary>
    public static object Shape(RecordedChanges found) =>
        new
        {
            total = found.Total,
            changed = found.Changes.Select(change => new
            {
                conversation = change.Conversation,
                @case = change.Case,
                from = ProtocolInWords.RouteOf(change.Before),
                to = ProtocolInWords.RouteOf(change.After),
            }),
        };
}
