using System.Collections.Immutable;

namespace TriageBot.Language.Matching;

/// <summary>One piece of a phrase as a clinician wrote it.</summary>
internal abstract record Part
{
    private Part() { }

    /// <summary>This word.</summary>
    public sealed record Word(string Text) : Part;

    /// <summary>Any entry of a word class: <c>&lt;leg&gt;</c>.</summary>
    public sealed record Class(string Name) : Part;

    /// <summary>One of several: <c>(gave out|gave way)</c>; with a question mark behind it, or nothing.</summary>
    public sealed record OneOf(Part[][] Choices) : Part;

    /// <summary>Up to so many other words: <c>...</c></summary>
    public sealed record Gap(int Words) : Part;
}
