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

    /// <summary>The number of a word, made if need be.</summary>
    public int Word(string word)
    {
        if (!words.TryGetValue(word, out var id))
        {
            words[word] = id = next++;
        }

        return id;
    }

    /// <summary>The number of "any of these words", the same for the same words.</summary>
    public int AnyOf(List<string> members)
    {
        if (members.Count == 1)
        {
            return Word(members[0]);
        }

        members.Sort(StringComparer.Ordinal);
        var key = string.Join(' ', members);
        if (!sets.TryGetValue(key, out var id))
        {
            sets[key] = id = OwnAnyOf(members);
        }

        return id;
    }

    /// <summary>A number for "any of these words" that no other list of them has.</summary>
    public int OwnAnyOf(List<string> members)
    {
        var id = next++;
        foreach (var member in members)
        {
            var word = Word(member);
            var list = setsOfWord.TryGetValue(word, out var known) ? known : setsOfWord[word] = [];
            if (list.Count == 0 || list[^1] != id)
            {
                list.Add(id);
            }
        }

        return id;
    }

    /// <summary>What each word of a text stands for: itself first, then its classes.</summary>
    public Dictionary<string, WordMeaning> Compile()
    {
        var compiled = new Dictionary<string, WordMeaning>(words.Count + 512, StringComparer.Ordinal);
        foreach (var (word, id) in words)
        {
            int[] stands = setsOfWord.TryGetValue(id, out var memberOf) ? [id, .. memberOf] : [id];
            compiled[word] = WordMeaning.Of(stands);
        }

        return compiled;
    }
}
