namespace TriageBot.Conversation.Effects;

/// <summary>
/// The nurse's card in SBAR order, as plain data: what the console shows, the command line prints and the records keep.
/// </summary>
public sealed record CaseCard
{
    public required Situation Situation { get; init; }
    public required Background Background { get; init; }
    public required Assessed Assessment { get; init; }

    /// <summary>The route and what the nurse is asked to do, in one sentence.</summary>
    public required string Recommendation { get; init; }
}

/// <param name="Headline">What a nurse must see first.</param>
/// <param name="Words">The patient's own words, oldest first.</param>
public sealed record Situation(string Headline, IReadOnlyList<Quote> Words);

/// <param name="Text">What the patient wrote.</param>
/// <param name="At">When it arrived.</param>
public sealed record Quote(string Text, DateTimeOffset At);

public sealed record Background
{
    /// <summary>"patient", "carer" or "unknown".</summary>
    public string Writer { get; init; } = "unknown";
    public string? Name { get; init; }

    /// <summary>E.164, or null where none is known: then no nurse can call.</summary>
    public string? Phone { get; init; }
    public bool? VoiceMailAllowed { get; init; }

    /// <summary>As enrolled, 1950-03-02; null for a stranger.</summary>
    public string? BirthDate { get; init; }

    /// <summary>The day of going home, 2026-11-20; null for a stranger.</summary>
    public string? DischargedOn { get; init; }

    /// <summary>Who helps, with a number, and whether they may be told; null where nobody is enrolled.</summary>
    public string? Carer { get; init; }
    public string? Procedure { get; init; }
    public string? BloodThinner { get; init; }
    public required string Language { get; init; }
    public required string Channel { get; init; }

    /// <summary>Whether the emergency instruction was delivered, where there was one; set by the records.</summary>
    public string? InstructionDelivery { get; init; }
}

/// <summary>What the rules saw.</summary>
public sealed record Assessed
{
    public required string Protocol { get; init; }
    public required string Version { get; init; }
    public required string Hash { get; init; }
    public required IReadOnlyList<ReasonLine> Reasons { get; init; }

    /// <summary>Each present or unsure finding with its attributes, in words: "numbness (limb, new)".</summary>
    public required IReadOnlyList<string> Findings { get; init; }
    public required IReadOnlyList<string> Denied { get; init; }

    /// <summary>Findings that nobody asked about yet.</summary>
    public required IReadOnlyList<string> NotAsked { get; init; }

    /// <summary>Questions whose reply was "not sure" or could not be read.</summary>
    public required IReadOnlyList<string> NotRead { get; init; }
}

/// <param name="Rule">The rule's id.</param>
/// <param name="Finding">The finding it is about.</param>
/// <param name="Source">The sheet's line, or the reason of an addition.</param>
public sealed record ReasonLine(string Rule, string Finding, string Source);
