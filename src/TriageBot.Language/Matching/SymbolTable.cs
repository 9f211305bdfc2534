namespace TriageBot.Language.Matching;

/// <summary>
/// Numbers for words and for word classes. A word of a text stands for itself and for every class that lists it, so
/// that a class costs one edge of the automaton however many words it has.
/// </summary>
internal sealed class SymbolTable
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sets = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> setsOfWord = [];
    private int next;

    /// <summary>Every word that some phrase names.</summary>
    public IEnumerable<string> Words => words.Keys;

    public bool Knows(string word) => words.ContainsKey(word);

    /// <summary>The number of a word, made if need be. Only while building.</summary>
    public int Word(string word)
    {
        if (!words.TryGetValue(word, out var id))
        {
            words[word] = id = next++;
        }

        return id;
    }

    /// <summary>The number of "any of these words", made if need be. Only while building.</summary>
    public int AnyOf(IReadOnlyCollection<string> members)
    {
        if (members.Count == 1)
        {
            return Word(members.First());
        }

        var key = string.Join(' ', members.Order(StringComparer.Ordinal));
        if (!sets.TryGetValue(key, out var id))
        {
            sets[key] = id = next++;
            foreach (var member in members.Select(Word))
            {
                (setsOfWord.TryGetValue(member, out var list) ? list : setsOfWord[member] = []).Add(id);
            }
        }

        return id;
    }

    /// <summary>What a word of a text stands for: itself first, then its classes; empty where no phrase names it.</summary>
    public int[] Of(string word) =>
        !words.TryGetValue(word, out var id) ? []
        : setsOfWord.TryGetValue(id, out var memberOf) ? [id, .. memberOf]
        : [id];

    /// <summary>The table of <see cref="Of"/> for all words, made once.</summary>
    public Dictionary<string, int[]> Compile() => words.Keys.ToDictionary(word => word, Of, StringComparer.Ordinal);
}
