namespace TriageBot.Language.Matching;

/// <summary>
/// Builds the token automaton of a lexicon: a tree of words and word classes, shared by all of its phrases. The branches of
/// a choice join again behind it, so that a phrase costs as many nodes as it has words and not as it has wordings.
/// </summary>
internal sealed class AutomatonBuilder(Dictionary<string, Part[][]> classes)
{
    private static readonly List<Joint> none = [];

    private readonly SymbolTable symbols = new();
    private readonly EdgeTable edges = new();
    private readonly List<BuildNode> nodes = [new BuildNode()];
    private readonly Dictionary<string, Choice> sorted = new(StringComparer.Ordinal);

    /// <summary>Lists to follow phrases with, which are used over and over.</summary>
    private readonly Stack<List<int>> spare = new();

    /// <summary>Adds a phrase. Throws <see cref="FormatException"/> where it can match nothing.</summary>
    public void Add(Part[] phrase, int entry)
    {
        var ends = Follow(Automaton.Root, phrase);
        if (ends.Contains(Automaton.Root))
        {
            throw new FormatException("the phrase can match nothing: at least one word must not be optional");
        }

        foreach (var end in ends)
        {
            var own = nodes[end].Entries;
            if (own is null || own[^1] != entry)
            {
                nodes[end].Entries = own is null ? [entry] : [.. own, entry];
            }
        }

        spare.Push(ends);
    }

    /// <summary>Makes words known (as spellings to correct to) that no phrase names.</summary>
    public void Know(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            symbols.Word(word);
        }
    }

    /// <summary>Notes what words do inside a phrase.</summary>
    public void Mark(IEnumerable<string> words, WordMarks mark)
    {
        foreach (var word in words)
        {
            symbols.Mark(word, mark);
        }
    }

    public Automaton Build()
    {
        var weights = symbols.Weights();
        var graph = new GraphWriter(nodes, edges, weights).Write();
        return new Automaton(symbols.Compile(edges), graph, weights.Length);
    }

    /// <summary>The nodes that the parts lead to. Whoever is done with the list gives it to <see cref="spare"/>.</summary>
    private List<int> Follow(int start, Part[] parts)
    {
        var from = Rent();
        var reached = Rent();
        from.Add(start);
        foreach (var part in parts)
        {
            reached.Clear();
            foreach (var node in from)
            {
                Follow(node, part, reached);
            }

            (from, reached) = (reached, from);
        }

        spare.Push(reached);
        return from;
    }

    private List<int> Rent()
    {
        var list = spare.Count > 0 ? spare.Pop() : [];
        list.Clear();
        return list;
    }

    private void Follow(int node, Part part, List<int> reached)
    {
        switch (part)
        {
            case Part.Word word:
                Reach(Step(node, symbols.Word(word.Text)), reached);
                break;
            case Part.Class name:
                FollowAny(node, ClassOf(name.Name), reached);
                break;
            case Part.OneOf choice:
                FollowAny(node, Sort(choice.Choices), reached);
                break;
            case Part.Gap gap:
                Reach(StepOverGap(node, gap.Words), reached);
                break;
            default:
                throw new InvalidOperationException(part.GetType().Name);
        }
    }

    private void FollowAny(int node, Choice choice, List<int> reached)
    {
        Reach(Join(node, choice), reached);
        if (choice.MayBeLeftOut)
        {
            Reach(node, reached);
        }
    }

    private static void Reach(int node, List<int> reached)
    {
        if (!reached.Contains(node))
        {
            reached.Add(node);
        }
    }

    /// <summary>The node behind a choice, where all of its branches meet.</summary>
    private int Join(int from, Choice choice)
    {
        foreach (var known in nodes[from].Choices ?? none)
        {
            if (known.Choice == choice)
            {
                return known.To;
            }
        }

        var join = choice.Single is { } symbol ? Step(from, symbol) : AddNode();
        if (choice.IsClass)
        {
            (nodes[from].Choices ??= []).Add(new Joint(choice, join));
        }

        foreach (var longer in choice.Longer)
        {
            var ends = Follow(from, longer);
            foreach (var end in ends)
            {
                if (end == from)
                {
                    choice.MayBeLeftOut = true;
                }
                else if (end != join && nodes[end].Joins?.Contains(join) != true)
                {
                    (nodes[end].Joins ??= []).Add(join);
                }
            }

            spare.Push(ends);
        }

        return join;
    }

    /// <summary>A class is sorted once, and leads to the same node for all phrases that use it.</summary>
    private Choice ClassOf(string name)
    {
        if (!sorted.TryGetValue(name, out var choice))
        {
            sorted[name] = choice = Sort(classes[name]);
            choice.IsClass = true;
        }

        return choice;
    }

    /// <summary>One symbol for all choices of one word, and the other choices.</summary>
    private Choice Sort(Part[][] choices)
    {
        var words = new List<string>();
        var longer = new List<Part[]>();
        foreach (var choice in choices)
        {
            Open(choice, words, longer);
        }

        return new Choice
        {
            Single =
                words.Count == 0 ? null
                : longer.Count == 0 ? symbols.AnyOf(words)
                : symbols.OwnAnyOf(words),
            Longer = longer,
            MayBeLeftOut = longer.Exists(choice => choice.Length == 0),
        };
    }

    /// <summary>A choice that is a class alone becomes the choices that the class has.</summary>
    private void Open(Part[] choice, List<string> words, List<Part[]> longer)
    {
        if (choice is [Part.Class name])
        {
            foreach (var member in classes[name.Name])
            {
                Open(member, words, longer);
            }
        }
        else if (choice is [Part.Word word])
        {
            words.Add(word.Text);
        }
        else
        {
            longer.Add(choice);
        }
    }

    private int Step(int node, int symbol)
    {
        var next = edges.Target(node, symbol);
        if (next == 0)
        {
            next = AddNode();
            edges.Add(node, symbol, next);
        }

        return next;
    }

    private int StepOverGap(int node, int words)
    {
        if (nodes[node].GapTo == 0)
        {
            nodes[node].GapTo = AddNode();
            nodes[node].GapWords = words;
        }

        return nodes[node].GapTo;
    }

    private int AddNode()
    {
        nodes.Add(new BuildNode());
        return nodes.Count - 1;
    }
}
