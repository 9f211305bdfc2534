namespace TriageBot.Records.Clocks;

/// <summary>
/// When a loop that waits for due times must wake. What is set for later than that does not wake it: under load every turn
/// sets a timer, and nearly all are for later.
/// </summary>
internal sealed class WakeTime
{
    private readonly Lock gate = new();
    private DateTimeOffset wakesAt = DateTimeOffset.MinValue;
    private DateTimeOffset earliestSet = DateTimeOffset.MaxValue;

    /// <summary>Before the loop looks for what is due next: what is set from here on may be missed by the search.</summary>
    public void BeginSearch()
    {
        lock (gate)
        {
            wakesAt = DateTimeOffset.MinValue;
            earliestSet = DateTimeOffset.MaxValue;
        }
    }

    /// <summary>After the search; gives when to wake, at the latest at <paramref name="latest"/>.</summary>
    /// <param name="found">What the search found to be due next.</param>
    public DateTimeOffset EndSearch(DateTimeOffset? found, DateTimeOffset latest)
    {
        lock (gate)
        {
            var next = found < latest ? found.Value : latest;
            return wakesAt = earliestSet < next ? earliestSet : next;
        }
    }

    /// <summary>True where the loop must be woken for something that was set.</summary>
    /// <param name="due">Null where that is not known.</param>
    public bool IsTooLateFor(DateTimeOffset? due)
    {
        lock (gate)
        {
            if (due < earliestSet)
            {
                earliestSet = due.Value;
            }
            return due is null || due < wakesAt;
        }
    }
}
