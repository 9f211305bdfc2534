using System.Collections.Immutable;

namespace TriageBot.Language.Matching;

/// <summary>
/// Builds the token automaton of a lexicon: a tree of words and word classes, shared by all of its phrases. The branches of
/// a choice join again behind it, so that a phrase costs as many nodes as it has words and not as it has wordings.
/// </summary>
internal sealed class AutomatonBuilder(IReadOnlyDictionary<string, ImmutableArray<ImmutableArray<Part>>> classes)
{
    private const int Root = 0;

    private readonly SymbolTable symbols = new();
    private readonly EdgeTable edges = new();
    private readonly List<Node> nodes = [new Node()];
    private readonly Dictionary<ImmutableArray<ImmutableArray<Part>>, Choice> sorted = [];
    private readonly Dictionary<(int From, Choice Choice), int> joins = [];

    /// <summary>Adds a phrase. Throws <see cref="FormatException"/> where it can match nothing.</summary>
    public void Add(ImmutableArray<Part> phrase, int entry)
    {
        var ends = Follow([Root], phrase);
        if (ends.Contains(Root))
        {
            throw new FormatException("the phrase can match nothing: at least one word must not be optional");
        }

        foreach (var end in ends)
        {
            (nodes[end].Entries ??= []).Add(entry);
        }
    }

    /// <summary>Makes words known (as spellings to correct to) that no phrase names.</summary>
    public void Know(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            symbols.Word(word);
        }
    }

    /// <param name="marks">What words are besides being parts of phrases.</param>
    public Automaton Build(IEnumerable<(string Word, WordMarks Mark)> marks)
    {
        var words = symbols.Compile();
        foreach (var (word, mark) in marks)
        {
            var known = words.TryGetValue(word, out var meaning) ? meaning : WordMeaning.None;
            words[word] = known with { Marks = known.Marks | mark };
        }

        return new Automaton(words, edges, [.. nodes.Select(Finish)]);
    }

    private NodeAt Finish(Node node, int index) =>
        new(
            edges.MaskOf(index),
            node.GapTo,
            node.GapWords,
            node.Entries is null ? [] : [.. node.Entries.Distinct()],
            node.Joins is null ? [] : [.. Closure(index)]
        );

    /// <summary>All nodes that are reached together with one.</summary>
    private List<int> Closure(int node)
    {
        var reached = new List<int>(nodes[node].Joins!);
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var further in nodes[reached[i]].Joins ?? [])
            {
                if (!reached.Contains(further))
                {
                    reached.Add(further);
                }
            }
        }

        return reached;
    }

    private List<int> Follow(List<int> from, ImmutableArray<Part> parts)
    {
        foreach (var part in parts)
        {
            var reached = new List<int>(from.Count);
            foreach (var node in from)
            {
                switch (part)
                {
                    case Part.Word word:
                        Reach(Step(node, symbols.Word(word.Text)));
                        break;
                    case Part.Class name:
                        FollowAny(node, classes[name.Name]);
                        break;
                    case Part.OneOf choice:
                        FollowAny(node, choice.Choices);
                        break;
                    case Part.Gap gap:
                        Reach(StepOverGap(node, gap.Words));
                        break;
                    default:
                        throw new InvalidOperationException(part.GetType().Name);
                }
            }

            from = reached;

            void Reach(int node)
            {
                if (!reached.Contains(node))
                {
                    reached.Add(node);
                }
            }

            void FollowAny(int node, ImmutableArray<ImmutableArray<Part>> choices)
            {
                var choice = Sort(choices);
                Reach(Join(node, choice));
                if (choice.MayBeLeftOut)
                {
                    Reach(node);
                }
            }
        }

        return from;
    }

    /// <summary>The node behind a choice, where all of its branches meet.</summary>
    private int Join(int from, Choice choice)
    {
        if (joins.TryGetValue((from, choice), out var known))
        {
            return known;
        }

        var join = choice.Single is { } symbol ? Step(from, symbol) : AddNode();
        joins[(from, choice)] = join;
        foreach (var longer in choice.Longer)
        {
            foreach (var end in Follow([from], longer))
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
        }

        return join;
    }

    /// <summary>One symbol for all choices of one word, and the other choices. Classes are sorted once.</summary>
    private Choice Sort(ImmutableArray<ImmutableArray<Part>> choices)
    {
        if (sorted.TryGetValue(choices, out var known))
        {
            return known;
        }

        var words = new List<string>();
        var longer = new List<ImmutableArray<Part>>();
        foreach (var choice in choices)
        {
            Open(choice, words, longer);
        }

        var result = new Choice
        {
            Single =
                words.Count == 0 ? null
                : longer.Count == 0 ? symbols.AnyOf(words)
                : symbols.OwnAnyOf(words),
            Longer = longer,
            MayBeLeftOut = longer.Exists(choice => choice.IsEmpty),
        };
        sorted[choices] = result;
        return result;
    }

    /// <summary>A choice that is a class alone becomes the choices that the class has.</summary>
    private void Open(ImmutableArray<Part> choice, List<string> words, List<ImmutableArray<Part>> longer)
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
        nodes.Add(new Node());
        return nodes.Count - 1;
    }

    private sealed class Choice
    {
        public required int? Single { get; init; }

        public required List<ImmutableArray<Part>> Longer { get; init; }

        public required bool MayBeLeftOut { get; set; }
    }

    private sealed class Node
    {
        public List<int>? Entries { get; set; }

        /// <summary>Nodes that are reached together with this one: those behind the choices that end here.</summary>
        public List<int>? Joins { get; set; }

        public int GapTo { get; set; }

        public int GapWords { get; set; }
    }
}
