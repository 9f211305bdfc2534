using System.Collections.Immutable;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Questions;

public enum QuestionKind
{
    YesNo,
    AnyOf,
    Temperature,
    Scale,
    Choice,
    Text,
    Phone,
}

/// <summary>The gravest route that an answer to the question can reach; lists hold one route each.</summary>
public enum Stakes
{
    /// <summary>The answer alone reaches no route (the opening, the procedure).</summary>
    None,
    Callback,
    Emergency,
}

/// <summary>
/// One scripted question. Its texts are phrases: <c>q.ID</c>, and <c>q.ID.OPTION</c> for each option.
/// </summary>
/// <param name="Id">kebab-case, stable, unique; shared by all protocols that ask it.</param>
/// <param name="Section">The section (one waterfall) that it belongs to.</param>
/// <param name="When">When it is asked; null means always.</param>
/// <param name="Asks">Findings and facts that it asks about.</param>
/// <param name="Options">For any-of and choice, in the order of their numbers (1, 2, …); empty otherwise.</param>
/// <param name="Yes">What a "yes" says; empty where the findings of <paramref name="Asks"/> follow from a rule on the answer.</param>
/// <param name="Rephrase">The yes-no question that follows where this one is not sure or not read; null where it is asked again.</param>
/// <param name="Line">The line in the file that defines it, for messages.</param>
public sealed record Question(
    string Id,
    string Section,
    QuestionKind Kind,
    Stakes Stakes,
    Condition? When,
    ImmutableArray<string> Asks,
    ImmutableArray<Option> Options,
    ImmutableArray<Observation> Yes,
    string? Rephrase,
    int Line
)
{
    /// <summary>The file that <see cref="Line"/> counts in.</summary>
    public string File { get; init; } = "";

    /// <summary>
    /// Where true the question is left out once everything it asks about has been heard in free text, present or absent;
    /// where false it is asked whatever was heard.
    /// </summary>
    public bool SettledByText { get; init; } = true;

    /// <summary>
    /// Findings whose present observations get the attributes they lack from this answer, so that "where?" tells more of
    /// the numbness already reported and not of another one.
    /// </summary>
    public ImmutableArray<string> Details { get; init; } = [];

    /// <summary>Findings whose doubtful observations the answer turns into present or absent ones.</summary>
    public ImmutableArray<string> SettlesDoubt { get; init; } = [];

    /// <summary>
    /// Findings that are <see cref="Currency.Unclear"/> while they are "just the same" since nobody knows when: "yes" says
    /// since before the procedure, anything else makes them current.
    /// </summary>
    public ImmutableArray<string> SettlesBaseline { get; init; } = [];

    /// <summary>What a plain "no", or "none of these", denies; empty where the question asks about facts alone.</summary>
    public ImmutableArray<Observation> Claims { get; } =
        Options.IsEmpty ? Claim.Of(Yes, Asks) : [.. Options.SelectMany(option => option.Claims)];
}

/// <summary>One option of an any-of or choice question.</summary>
/// <param name="Id">snake_case or kebab-case, unique in the question.</param>
/// <param name="Finds">What choosing it says. For a question with <see cref="Question.Details"/>, the attributes to add.</param>
public sealed record Option(string Id, ImmutableArray<Observation> Finds)
{
    /// <summary>Findings and facts that the option's text asks about; what it finds, unless the file says otherwise.</summary>
    public ImmutableArray<string> Asks { get; init; } = [.. Finds.Select(find => find.Finding).Distinct()];

    /// <summary>What leaving it out denies.</summary>
    internal ImmutableArray<Observation> Claims => Claim.Of(Finds, Asks);
}

/// <summary>A run of questions that belong together; the check-in plays each as one waterfall.</summary>
public sealed record Section(string Id, ImmutableArray<Question> Questions);
