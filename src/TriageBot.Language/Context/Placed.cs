using TriageBot.Language.Matching;

namespace TriageBot.Language.Context;

/// <summary>Something that a text says at a place.</summary>
internal interface IPlaced
{
    Hit Hit { get; }
}

/// <summary>Lists in the order of the text.</summary>
internal static class Placed
{
    public static void Sort<T>(List<T> items)
        where T : IPlaced => items.Sort((a, b) => a.Hit.Start.CompareTo(b.Hit.Start));

    /// <summary>Those of a sorted list that begin at or after one token and before another.</summary>
    public static IEnumerable<T> Between<T>(List<T> sorted, int start, int end)
        where T : IPlaced
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].Hit.Start < start ? (middle + 1, high) : (low, middle);
        }

        for (; low < sorted.Count && sorted[low].Hit.Start < end; low++)
        {
            yield return sorted[low];
        }
    }
}
