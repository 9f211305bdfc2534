using System.Collections.Immutable;

namespace TriageBot.Protocols.Answers;

/// <summary>
/// What a patient answered to one question. "Not sure", "could not be read" and "was not asked" are answers of their own,
/// never null, never a magic number, and none of them ever counts as a "no".
/// </summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>The question has not been answered.</summary>
    public sealed record NotAsked : Answer
    {
        public static NotAsked Instance { get; } = new();
    }

    /// <summary>The patient does not know.</summary>
    public sealed record Unsure : Answer;

    /// <summary>The reply could not be understood, and was not asked for again.</summary>
    public sealed record NotRead : Answer;

    public sealed record Yes : Answer;

    public sealed record No : Answer;

    /// <summary>Options of an any-of question; empty means "none of these".</summary>
    public sealed record Selected : Answer
    {
        public Selected(IEnumerable<string> options) => Options = [.. options.Distinct().Order(StringComparer.Ordinal)];

        /// <summary>Option ids, sorted, without doubles.</summary>
        public ImmutableArray<string> Options { get; }

        public bool Equals(Selected? other) => other is not null && Options.SequenceEqual(other.Options);

        public override int GetHashCode() => Options.Aggregate(17, (hash, option) => HashCode.Combine(hash, option));
    }

    /// <summary>The one option of a choice question.</summary>
    /// <param name="Option">The option's id.</param>
    public sealed record Chosen(string Option) : Answer;

    /// <summary>A reading. Bounds: 30 to 45 °C; anything else is not understood and is asked again.</summary>
    /// <param name="Celsius">Degrees Celsius, to the tenth.</param>
    public sealed record Temperature(decimal Celsius) : Answer;

    /// <summary>There is no thermometer: an understood answer.</summary>
    public sealed record NoThermometer : Answer;

    /// <summary>A pain score.</summary>
    /// <param name="Value">0 (none) to 10 (the worst).</param>
    public sealed record Scale(int Value) : Answer;

    /// <summary>The patient's own words; what they mean is heard as observations.</summary>
    public sealed record Words(string Text) : Answer;

    /// <summary>A number that can be dialled.</summary>
    /// <param name="E164">"+" and up to 15 digits.</param>
    public sealed record Phone(string E164) : Answer;
}
