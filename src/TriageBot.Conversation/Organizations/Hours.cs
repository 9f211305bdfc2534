namespace TriageBot.Conversation.Organizations;

/// <summary>Daily hours in the organization's time zone.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; equal to <paramref name="From"/> means day and night; earlier means past midnight.</param>
public sealed record Hours(TimeOnly From, TimeOnly To)
{
    /// <summary>True where a nurse is on shift at a local time.</summary>
    public bool Cover(TimeOnly time) => From == To || time.IsBetween(From, To);

    /// <summary>How long it takes until the next shift begins; zero to just under a day.</summary>
    public TimeSpan UntilFrom(DateTimeOffset local) => From - TimeOnly.FromDateTime(local.DateTime);

    /// <summary>True where a nurse is on shift at any time of a span that begins at a local time.</summary>
    public bool CoverPartOf(DateTimeOffset local, TimeSpan span) =>
        Cover(TimeOnly.FromDateTime(local.DateTime)) || UntilFrom(local) < span;
}
