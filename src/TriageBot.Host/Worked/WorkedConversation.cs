namespace TriageBot.Host.Worked;

/// <summary>A conversation that a clinician wrote down, with what must come of it.</summary>
/// <param name="File">As it was named, for messages.</param>
/// <param name="Line">Where it begins.</param>
internal sealed record WorkedConversation(string Name, string File, int Line)
{
    /// <summary>The language that the channel reports: "en", "es".</summary>
    public string Language { get; init; } = "en";

    public string Channel { get; init; } = "webchat";

    /// <summary>The hospital's local time at which it begins; of a recording the moment is in <see cref="Began"/>.</summary>
    public DateTime Begins { get; init; }

    public DateTimeOffset? Began { get; init; }

    /// <summary>What enrolment knows: <c>procedure</c>, <c>phone</c>, <c>name</c>, <c>blood_thinner</c>.</summary>
    public IReadOnlyDictionary<string, string> Knows { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings of the host that differ from the usual ones, as on the command line.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>True for a row of a table.</summary>
    public bool IsRow { get; init; }

    public IReadOnlyList<WorkedTurn> Talk { get; init; } = [];

    /// <summary>What must be so when all is said.</summary>
    public Expectation End { get; init; } = new();

    /// <summary>What somebody writes who has nothing to tell.</summary>
    public string AllIsWell { get; init; } = "";

    public override string ToString() => Name;
}

/// <param name="Number">Counted from 1.</param>
internal sealed record WorkedTurn(int Number, int Line, WorkedAct Act, Expectation Expect);

/// <summary>What happens in a turn.</summary>
internal abstract record WorkedAct
{
    private WorkedAct() { }

    /// <param name="From">Whose phone or browser it comes from.</param>
    /// <param name="After">How long the writer took.</param>
    public sealed record Says(string Text, string From, TimeSpan After) : WorkedAct
    {
        public override string ToString() => $"{From}: \"{Text}\"";
    }

    public sealed record Joins(string From) : WorkedAct
    {
        public override string ToString() => $"{From} opens the chat";
    }

    /// <summary>Time goes by, and what falls due meanwhile happens.</summary>
    public sealed record Later(TimeSpan Span, string Words) : WorkedAct
    {
        public override string ToString() => $"{Words} later";
    }

    /// <summary>The channel sends the last message once more, under the same id.</summary>
    public sealed record Again : WorkedAct
    {
        public override string ToString() => "the same message again";
    }

    /// <summary>A nurse takes or closes the newest case.</summary>
    /// <param name="Outcome">What came of it; null where the case is only taken.</param>
    public sealed record Nurse(string? Outcome) : WorkedAct
    {
        public override string ToString() => Outcome is null ? "a nurse takes the case" : "a nurse closes the case";
    }

    /// <summary>
    /// Answers every question that comes: those named here as written, one text for each time that it is asked, and all
    /// others as somebody would who has nothing else.
    /// </summary>
    public sealed record Answers(IReadOnlyDictionary<string, IReadOnlyList<string>> ByQuestion, string From) : WorkedAct
    {
        public override string ToString() => "answers to the rest of the questions";
    }
}
