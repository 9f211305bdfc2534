namespace TriageBot.Protocols.Routes;

/// <summary>The three ways that a case can go, in rising urgency.</summary>
public enum Route
{
    SelfCare,
    Callback,
    Emergency,
}

/// <summary>
/// A route with its time limit. Ordered by urgency: self-care, callback in a longer time, callback in a shorter time,
/// emergency.
/// </summary>
/// <param name="Route">The way to go.</param>
/// <param name="Within">How soon a nurse must act, counted from the turn that found it; null for self-care.</param>
public sealed record Disposition(Route Route, TimeSpan? Within = null) : IComparable<Disposition>
{
    public static Disposition SelfCare { get; } = new(Route.SelfCare);

    public int CompareTo(Disposition? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byRoute = Route.CompareTo(other.Route);
        return byRoute != 0 ? byRoute : (other.Within ?? TimeSpan.MaxValue).CompareTo(Within ?? TimeSpan.MaxValue);
    }

    public static bool operator <(Disposition left, Disposition right) => left.CompareTo(right) < 0;

    public static bool operator >(Disposition left, Disposition right) => left.CompareTo(right) > 0;

    public static bool operator <=(Disposition left, Disposition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Disposition left, Disposition right) => left.CompareTo(right) >= 0;

    /// <summary>The more urgent of two.</summary>
    public static Disposition Max(Disposition left, Disposition right) => left >= right ? left : right;
}
