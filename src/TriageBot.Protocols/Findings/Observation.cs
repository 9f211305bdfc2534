namespace TriageBot.Protocols.Findings;

/// <summary>
/// One finding as it was reported once: which, whether it is there, and the attributes that routes depend on.
/// Every attribute has an "unknown" value of its own; an unknown attribute is asked, and never read as the milder one.
/// </summary>
/// <param name="Finding">An id of <see cref="Vocabulary"/>.</param>
/// <param name="Polarity">Present, absent or unsure.</param>
public sealed record Observation(string Finding, Polarity Polarity = Polarity.Present)
{
    public Where Where { get; init; }
    public Trend Trend { get; init; }
    public When When { get; init; }
    public Who Who { get; init; }
    public Severity Severity { get; init; }

    /// <summary>How many hours ago a finding that is over ended, where the patient said so; null counts as recent.</summary>
    public int? HoursAgo { get; init; }

    /// <summary>The reading in degrees Celsius, to the tenth; only on the finding <c>temperature</c>.</summary>
    public decimal? Celsius { get; init; }

    /// <summary>The id of the question that it answers, or null where it was heard in free text.</summary>
    public string? Question { get; init; }
}
