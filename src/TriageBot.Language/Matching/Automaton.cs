using TriageBot.Language.Words;

namespace TriageBot.Language.Matching;

/// <summary>
/// Finds all phrases of a lexicon in one walk over the tokens. The cost per token does not depend on the size of the
/// lexicon but on how many phrases are begun at once, which the lengths of phrases, gaps and passed-over words bound.
/// </summary>
/// <param name="words">What each known word is.</param>
/// <param name="graph">Where they lead.</param>
/// <param name="symbols">So many symbols there are, 0 counted.</param>
internal sealed class Automaton(Dictionary<string, WordMeaning> words, Graph graph, int symbols)
{
    /// <summary>The node that every phrase begins at.</summary>
    public const int Root = 0;

    /// <summary>The word that stands for every number written in digits.</summary>
    public const string AnyNumber = "#number";

    /// <summary>From so many on, a number of pills is "many".</summary>
    public const int FewestOfMany = 4;

    /// <summary>The word that stands for every whole number in digits from 4 to 200: more pills than anybody is told to take at once.</summary>
    public const string Many = "#many";

    /// <summary>The word that stands for every year of four digits, 1900 to 2099.</summary>
    public const string AnyYear = "#year";

    private const int MostTokensKept = 1000;

    [ThreadStatic]
    private static Walk? spare;

    public bool Knows(string word) => words.TryGetValue(word, out var meaning) && meaning.IsKnown;

    public bool Knows(ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var meaning) && meaning.IsKnown;

    /// <summary>Every word that some phrase names, or that is known as a spelling.</summary>
    public IEnumerable<string> Words
    {
        get
        {
            foreach (var (word, meaning) in words)
            {
                if (meaning.IsKnown)
                {
                    yield return word;
                }
            }
        }
    }

    /// <summary>The phrases of a text. The list is used again: it is good until the same thread reads the next text.</summary>
    public List<Hit> Find(List<Token> tokens)
    {
        var walk = spare ?? new Walk();
        spare = null;
        var hits = walk.Over(this, tokens);
        // What a text of 100 kB needed is not kept for those of 60 characters.
        spare = tokens.Count <= MostTokensKept ? walk : null;
        return hits;
    }

    internal Graph Graph => graph;

    internal int Symbols => symbols;

    internal Dictionary<string, WordMeaning> Meanings => words;

    internal WordMeaning MeaningOf(Token token)
    {
        var own = words.TryGetValue(token.Text, out var found) ? found : WordMeaning.None;
        if (token.Kind != TokenKind.Number)
        {
            return own;
        }

        var number = words.GetValueOrDefault(AnyNumber, WordMeaning.None);
        var year = IsYear(token.Text) ? words.GetValueOrDefault(AnyYear, WordMeaning.None) : WordMeaning.None;
        var many = IsMany(token.Text) ? words.GetValueOrDefault(Many, WordMeaning.None) : WordMeaning.None;
        return WordMeaning.Of(
            [.. own.Symbols, .. number.Symbols, .. year.Symbols, .. many.Symbols],
            [.. own.Starts, .. number.Starts, .. year.Starts, .. many.Starts],
            own.Marks
        );
    }

    private static bool IsMany(string digits) =>
        int.TryParse(digits, out var value) && value is >= FewestOfMany and <= 200;

    private static bool IsYear(string digits) =>
        digits.Length == 4
        && !digits.AsSpan().ContainsAnyExceptInRange('0', '9')
        && (digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal));
}
