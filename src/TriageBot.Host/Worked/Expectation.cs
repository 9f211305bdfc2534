namespace TriageBot.Host.Worked;

/// <summary>What must be so after a turn. What is not named is not looked at.</summary>
internal sealed record Expectation
{
    /// <summary>
    /// What the bot says in this turn, in this order: a question's id, a phrase's key, or a text that a message holds.
    /// Other messages may stand between. Null where any answer will do.
    /// </summary>
    public IReadOnlyList<Said>? Bot { get; init; }

    /// <summary>What no message of this turn is or holds.</summary>
    public IReadOnlyList<Said> Never { get; init; } = [];

    /// <summary>The outcome told last: "emergency", "callback 1h", "selfcare", "none".</summary>
    public Located<string>? Outcome { get; init; }

    /// <summary>Rules that hold.</summary>
    public IReadOnlyList<Located<string>> Because { get; init; } = [];

    /// <summary>Rules that do not hold.</summary>
    public IReadOnlyList<Located<string>> NotBecause { get; init; } = [];

    /// <summary>All cases of the conversation, oldest first; null where they are not looked at.</summary>
    public IReadOnlyList<CaseExpectation>? Cases { get; init; }

    /// <summary>The timers that run, by name; null where they are not looked at.</summary>
    public Located<IReadOnlyList<string>>? Timers { get; init; }
}

/// <summary>Something expected, and where the file says so.</summary>
internal sealed record Located<T>(T Value, int Line);

/// <param name="Text">A question's id, a phrase's key, or words.</param>
internal sealed record Said(string Text, SaidKind Kind, int Line)
{
    public override string ToString() =>
        Kind switch
        {
            SaidKind.Question => $"the question {Text}",
            SaidKind.Phrase => $"the text {Text}",
            _ => $"\"{Text}\"",
        };
}

internal enum SaidKind
{
    Question,
    Phrase,
    Words,

    /// <summary>The whole of a recorded message; numbers, clock times and names of days may differ.</summary>
    Recorded,
}

/// <summary>What must stand in a case.</summary>
internal sealed record CaseExpectation(int Line)
{
    /// <summary>"emergency", "callback 1h".</summary>
    public string? Route { get; init; }

    /// <summary>"triage", "bot-failed", "undelivered".</summary>
    public string? Kind { get; init; }

    /// <summary>"open", "acknowledged", "closed".</summary>
    public string? Status { get; init; }

    /// <summary>The number of the turn after which it was there first.</summary>
    public int? OpenedIn { get; init; }

    public DueExpectation? Due { get; init; }

    /// <summary>Parts of the patient's own words on the card.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Rules on the card.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    public string? Writer { get; init; }

    /// <summary>A part of what the nurse reads first.</summary>
    public string? Headline { get; init; }

    /// <summary>True where the patient was told a time.</summary>
    public bool? Promised { get; init; }
}

/// <param name="AfterTurn">The turn from whose time it counts.</param>
internal sealed record DueExpectation(TimeSpan Span, int AfterTurn);
