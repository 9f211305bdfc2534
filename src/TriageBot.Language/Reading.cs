using System.Collections.Immutable;
using TriageBot.Protocols.Findings;

namespace TriageBot.Language;

/// <summary>How a text answers a question that can be answered yes or no.</summary>
public enum YesNo
{
    Yes,
    No,
    Unsure,
}

/// <summary>A part of a text.</summary>
/// <param name="Start">Index of its first UTF-16 character.</param>
/// <param name="Length">In UTF-16 characters.</param>
public readonly record struct Span(int Start, int Length);

/// <summary>A finding or an intent that a text reports, and the words that say so.</summary>
/// <param name="Observation">What is reported, with its attributes.</param>
/// <param name="Span">Where the text says it.</param>
/// <param name="Phrase">The lexicon's phrase that matched, for <c>--explain</c>.</param>
/// <param name="Cue">The context cue that set polarity or time ("no", "what if"), or null.</param>
public sealed record Mention(Observation Observation, Span Span, string Phrase, string? Cue = null)
{
    /// <summary>
    /// True where the finding is there now, or was since the procedure, or may be: present or unsure, the patient's, and
    /// neither supposed nor over before the procedure.
    /// </summary>
    public bool IsCurrent() =>
        Observation is { Polarity: not Polarity.Absent, Who: Who.Patient }
        && Observation.When != When.Hypothetical
        && (Observation.When != When.BeforeProcedure || Observation.Trend is Trend.Same or Trend.Worse or Trend.New);
}

/// <summary>A temperature as it was written.</summary>
/// <param name="Celsius">To the tenth; null where it is ambiguous ("1015") or impossible, and has to be asked again.</param>
/// <param name="Fahrenheit">True where it was read as degrees Fahrenheit.</param>
public sealed record TemperatureMention(decimal? Celsius, bool Fahrenheit, Span Span)
{
    /// <summary>The number as it was written, in its own unit.</summary>
    public decimal Value { get; init; }
}

/// <summary>Everything that one text says, whatever was asked. Deterministic; holds no text of the patient but by span.</summary>
public sealed record Reading
{
    /// <summary>"en" or "es": the language the text was read in.</summary>
    public required string Language { get; init; }

    /// <summary>True where the text is beyond doubt in another language than the conversation: in <see cref="Language"/>.</summary>
    public bool IsInAnotherLanguage { get; init; }

    /// <summary>Set where the whole text, or its first clause, is a yes, a no or a "not sure".</summary>
    public YesNo? YesNo { get; init; }

    /// <summary>True where words of yes, no or "not sure" stand anywhere in it, also where they answer nothing.</summary>
    internal bool HasAnswerWords { get; init; }

    /// <summary>
    /// True where nothing but a yes, no, "not sure" or numbers was written. Such a text answers the question that is out
    /// and no other.
    /// </summary>
    public bool IsBare { get; init; }

    /// <summary>All numbers in the text, in order; ranges give the higher end, "7/10" gives 7.</summary>
    public ImmutableArray<decimal> Numbers { get; init; } = [];

    /// <summary>Temperatures, in order.</summary>
    public ImmutableArray<TemperatureMention> Temperatures { get; init; } = [];

    /// <summary>Since when something is so, in order: "3 days", "desde ayer", "since tuesday".</summary>
    public ImmutableArray<Onset> Onsets { get; init; } = [];

    /// <summary>Findings and intents, present, denied and unsure, in the order of the text.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>
    /// What the writer asks the bot to do or to tell, by id of the lexicon's <c>requests</c>: <c>start_over</c>,
    /// <c>go_back</c>, <c>all_well</c>, <c>speak_es</c>, <c>speak_en</c>, <c>medicine</c>, <c>ask_TOPIC</c> …
    /// </summary>
    public ImmutableArray<string> Requests { get; init; } = [];

    /// <summary>Parts of the body that the text names, in order.</summary>
    public ImmutableArray<Where> Places { get; init; } = [];

    /// <summary>True where a present intent or finding with this id was read.</summary>
    public bool Has(string intent) =>
        Mentions.Any(m => m.Observation.Finding == intent && m.Observation.Polarity == Polarity.Present);
}
