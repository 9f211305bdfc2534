using TriageBot.Language.Lexicons;
using TriageBot.Language.Matching;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Context;

/// <summary>A finding at its place in a text, while the words around it are weighed.</summary>
internal sealed class FindingAt(Hit hit, Entry.Finding entry) : IPlaced
{
    public Hit Hit { get; } = hit;

    public Entry.Finding Entry { get; } = entry;

    public Observation Observation { get; set; } = entry.Observation;

    /// <summary>The phrase of the cue that changed polarity or time.</summary>
    public string? Cue { get; set; }

    /// <summary>True where it is over: "went away".</summary>
    public bool IsOver { get; set; }

    /// <summary>True where the text speaks of nobody here.</summary>
    public bool IsFiction { get; set; }

    public bool IsDenied => Observation.Polarity == Polarity.Absent;

    public void Mark(Func<Observation, Observation> change, string? cue)
    {
        if (!Entry.Always)
        {
            Observation = change(Observation);
            Cue = cue ?? Cue;
        }
    }
}

/// <summary>A context cue at its place.</summary>
internal sealed record CueAt(Hit Hit, CueKind Kind, string Phrase) : IPlaced;

/// <summary>A request at its place.</summary>
internal sealed record RequestAt(Hit Hit, string Id) : IPlaced;

/// <summary>A part of the body at its place.</summary>
internal sealed record PlaceAt(Hit Hit, Where Where) : IPlaced;

/// <summary>A yes, no or "not sure" at its place.</summary>
internal sealed record AnswerAt(Hit Hit, Entry.YesOrNo Answer) : IPlaced;
