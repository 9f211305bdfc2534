using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Rules;

/// <summary>Where a rule, an advice or a topic comes from: a line of the hospital's sheet, or an addition with its reason.</summary>
public abstract record Source
{
    private Source() { }

    /// <param name="Line">The id of the line in the protocol's <c>sheet</c>.</param>
    /// <param name="Text">The line itself.</param>
    public sealed record Cite(string Line, string Text) : Source;

    /// <param name="Because">Why it stands beside the sheet.</param>
    public sealed record Addition(string Because) : Source;
}

/// <summary>One line of the clinical routing: when it holds, the case goes at least this way.</summary>
/// <param name="Id">kebab-case, stable, unique in a protocol.</param>
/// <param name="About">The finding that the patient and the nurse are told as the reason.</param>
/// <param name="When">What must hold.</param>
/// <param name="Disposition">The route, at least.</param>
/// <param name="Source">The sheet's line, or the reason of an addition.</param>
/// <param name="Line">The line in the file that defines it, for messages.</param>
public sealed record Rule(string Id, string About, Condition When, Disposition Disposition, Source Source, int Line)
{
    /// <summary>Which emergency text fits the reason, an id of the protocol's <c>instructions</c>; null below emergency.</summary>
    public string? Instruction { get; init; }

    /// <summary>The file that <see cref="Line"/> counts in.</summary>
    public string File { get; init; } = "";
}

/// <summary>One piece of at-home care, said at the self-care ending when it fits.</summary>
/// <param name="Id">Names the text: phrase <c>advice.ID</c>.</param>
/// <param name="When">When it fits; null means always.</param>
public sealed record Advice(string Id, Condition? When, Source Source);

/// <summary>A question that patients ask, and what the sheet says to it.</summary>
/// <param name="Id">Names the text (phrase <c>topic.ID</c>) and the lexicon's request (<c>ask_ID</c>).</param>
/// <param name="OffersCallback">True where the sheet does not answer, so that a nurse is offered.</param>
public sealed record Topic(string Id, bool OffersCallback, Source Source);
