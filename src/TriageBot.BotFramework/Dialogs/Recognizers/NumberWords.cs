namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>The words of a language from which spoken numbers are made. All words are folded.</summary>
internal sealed record NumberWords
{
    public required IReadOnlyDictionary<string, int> Small { get; init; }

    public required IReadOnlyDictionary<string, decimal> Multipliers { get; init; }

    /// <summary>"a hundred": stands for one before a multiplier, and for nothing elsewhere.</summary>
    public required IReadOnlySet<string> Articles { get; init; }

    /// <summary>"one hundred and five", "treinta y cinco".</summary>
    public required string Joiner { get; init; }

    public required IReadOnlySet<string> Points { get; init; }

    public required IReadOnlySet<string> Minus { get; init; }

    /// <summary>The words that follow the joiner in "three and a half".</summary>
    public required IReadOnlyList<string[]> Half { get; init; }

    /// <summary>The positions that have a word of their own.</summary>
    public required IReadOnlyDictionary<string, int> Ordinals { get; init; }

    /// <summary>Phrases for a position counted from the end: 0 is the last.</summary>
    public required IReadOnlyList<(string[] Words, int FromEnd)> FromEnd { get; init; }

    /// <summary>What may follow digits in a position: "2nd", "2.º".</summary>
    public required IReadOnlySet<string> OrdinalSuffixes { get; init; }

    public static NumberWords For(string? locale) =>
        locale is not null && locale.StartsWith("es", StringComparison.OrdinalIgnoreCase)
            ? SpanishNumberWords.Instance
            : EnglishNumberWords.Instance;
}
