namespace TriageBot.Language;

/// <summary>
/// Since when something is so, as a text tells it: "3 days", "desde ayer", "since tuesday". What it belongs to is for the
/// caller to say; a text may hold several.
/// </summary>
/// <param name="Span">The words that tell it.</param>
public sealed record Onset(Span Span)
{
    private const int HoursInDay = 24;

    /// <summary>Hours ago, at least; null where a day of the week was named.</summary>
    public int? Least { get; init; }

    /// <summary>Hours ago, at most; null where a day of the week was named.</summary>
    public int? Most { get; init; }

    /// <summary>The day of the week that was named; null elsewhere.</summary>
    public DayOfWeek? Day { get; init; }

    /// <summary>
    /// The bounds in hours ago, both inclusive, seen from a moment in the patient's own time zone. A day's name means the
    /// last such day before today; today's own name may also mean today.
    /// </summary>
    /// <param name="now">The patient's clock.</param>
    public (int Least, int Most) HoursAgo(DateTimeOffset now)
    {
        if (Day is not { } day)
        {
            return (Least ?? 0, Most ?? int.MaxValue);
        }

        var days = ((int)now.DayOfWeek - (int)day + 7) % 7;
        var begun = ((days == 0 ? 7 : days) * HoursInDay) + now.Hour + 1;
        return (days == 0 ? 0 : begun - HoursInDay - 1, begun);
    }
}
