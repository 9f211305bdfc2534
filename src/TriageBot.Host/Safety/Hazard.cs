namespace TriageBot.Host.Safety;

/// <summary>Something that can hurt a patient, and what stands against it.</summary>
internal sealed record Hazard(string Id, string Name, string Effect)
{
    public IReadOnlyList<string> Causes { get; init; } = [];

    public required Risk Initial { get; init; }

    public required Risk Residual { get; init; }

    public IReadOnlyList<Control> Controls { get; init; } = [];

    /// <summary>What no control of the program covers; null where nothing is known.</summary>
    public string? Open { get; init; }
}

/// <summary>What is done about a hazard, and what shows that it is.</summary>
/// <param name="Tests">Full names.</param>
/// <param name="Cases">Names of worked conversations.</param>
/// <param name="Proof">Codes of properties that the proof checks.</param>
internal sealed record Control(
    string What,
    IReadOnlyList<string> Tests,
    IReadOnlyList<string> Cases,
    IReadOnlyList<string> Proof
);

internal enum Severity
{
    Minor,
    Significant,
    Considerable,
    Major,
    Catastrophic,
}

internal enum Likelihood
{
    VeryLow,
    Low,
    Medium,
    High,
    VeryHigh,
}

/// <summary>A risk by DCB0129's matrix.</summary>
internal sealed record Risk(Severity Severity, Likelihood Likelihood)
{
    // Rows by likelihood, from very low; columns by severity, from minor.
    private static readonly int[][] Matrix =
    [
        [1, 1, 2, 2, 3],
        [1, 2, 2, 3, 4],
        [2, 2, 3, 3, 4],
        [2, 3, 3, 4, 5],
        [3, 4, 4, 5, 5],
    ];

    /// <summary>1 (acceptable) to 5 (unacceptable).</summary>
    public int Rating => Matrix[(int)Likelihood][(int)Severity];

    public string Meaning =>
        Rating switch
        {
            5 => "unacceptable",
            4 => "must be reduced",
            3 => "undesirable; only if further reduction is impractical",
            2 => "tolerable where the cost of reduction exceeds the gain",
            _ => "acceptable",
        };
}

/// <param name="Status">Who vouches for the log.</param>
/// <param name="Scope">Title and text of each part of the scope.</param>
internal sealed record HazardLog(
    string Status,
    IReadOnlyList<(string Title, string Text)> Scope,
    IReadOnlyList<Hazard> Hazards
);
