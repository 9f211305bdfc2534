namespace TriageBot.Language.Matching;

/// <summary>
/// Numbers for words and for word classes. A word of a text stands for itself and for every class that lists it, so
/// that a class costs one edge of the automaton however many words it has.
/// </summary>
internal sealed class SymbolTable
{
    private readonly Dictionary<string, Known> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sets = new(StringComparer.Ordinal);

    /// <summary>No symbol has the number 0.</summary>
    private int next = 1;

    /// <summary>The number of a word, made if need be.</summary>
    public int Word(string word)
    {
        var known = Find(word);
        if (known.Stands.Count == 0)
        {
            known.Stands.Add(next++);
        }

        return known.Stands[0];
    }

    /// <summary>Notes what a word does inside a phrase; it need not be part of one.</summary>
    public void Mark(string word, WordMarks mark) => Find(word).Marks |= mark;

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
        foreach (var member in members)
        {
            Word(member);
        }

        var id = next++;
        foreach (var member in members)
        {
            var stands = words[member].Stands;
            if (stands[^1] != id)
            {
                stands.Add(id);
            }
        }

        return id;
    }

    /// <summary>What each word of a text stands for: itself first, then its classes.</summary>
    /// <param name="edges">The finished automaton's.</param>
    public Dictionary<string, WordMeaning> Compile(EdgeTable edges)
    {
        var starts = new List<int>();
        var compiled = new Dictionary<string, WordMeaning>(words.Count, StringComparer.Ordinal);
        foreach (var (word, known) in words)
        {
            starts.Clear();
            foreach (var symbol in known.Stands)
            {
                if (edges.Target(Automaton.Root, symbol) is not 0 and var start)
                {
                    starts.Add(start);
                }
            }

            compiled[word] = WordMeaning.Of(known.Stands.ToArray(), starts.ToArray(), known.Marks);
        }

        return compiled;
    }

    /// <summary>By symbol, how likely a text has it: words that stand in many classes are common ones.</summary>
    public int[] Weights()
    {
        var weights = new int[next];
        foreach (var known in words.Values)
        {
            foreach (var symbol in known.Stands)
            {
                weights[symbol] += known.Stands.Count;
            }
        }

        return weights;
    }

    private Known Find(string word)
    {
        if (!words.TryGetValue(word, out var known))
        {
            words[word] = known = new Known();
        }

        return known;
    }

    private sealed class Known
    {
        public List<int> Stands { get; } = [];

        public WordMarks Marks { get; set; }
    }
}
