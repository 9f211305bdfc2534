using System.Collections.Immutable;

namespace TriageBot.Language.Matching;

/// <summary>Builds the token automaton of a lexicon: a trie of words and word classes, shared by all of its phrases.</summary>
internal sealed class AutomatonBuilder(IReadOnlyDictionary<string, ImmutableArray<ImmutableArray<Part>>> classes)
{
    /// <summary>A phrase that stands for more wordings than this is a slip of the pen.</summary>
    private const int MostWordings = 20_000;

    private const int Root = 0;

    private readonly SymbolTable symbols = new();
    private readonly Dictionary<long, int> edges = [];
    private readonly List<Node> nodes = [new Node()];
    private readonly Dictionary<
        ImmutableArray<ImmutableArray<Part>>,
        (int? Single, ImmutableArray<ImmutableArray<Part>> Longer)
    > sorted = [];

    /// <summary>Adds a phrase. Throws <see cref="FormatException"/> where it can match nothing or far too much.</summary>
    public void Add(ImmutableArray<Part> phrase, int entry)
    {
        var ends = Follow([Root], phrase);
        if (ends.Contains(Root))
        {
            throw new FormatException("the phrase can match nothing: at least one word must not be optional");
        }

        foreach (var end in ends)
        {
            nodes[end].Entries.Add(entry);
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

    public Automaton Build(
        IEnumerable<string> passedOver,
        IEnumerable<string> negatesInside,
        IEnumerable<string> stopsGaps
    ) =>
        new(
            symbols.Compile(),
            edges,
            [.. nodes.Select(node => node.Entries.Distinct().ToArray())],
            [.. nodes.Select(node => (node.GapTo, node.GapWords))],
            passedOver,
            negatesInside,
            stopsGaps
        );

    private HashSet<int> Follow(HashSet<int> from, ImmutableArray<Part> parts)
    {
        foreach (var part in parts)
        {
            from = part switch
            {
                Part.Word word => Step(from, symbols.Word(word.Text)),
                Part.Class name => FollowAny(from, classes[name.Name]),
                Part.OneOf choice => FollowAny(from, choice.Choices),
                Part.Gap gap => StepOverGap(from, gap.Words),
                _ => throw new InvalidOperationException(part.GetType().Name),
            };
            if (from.Count > MostWordings)
            {
                throw new FormatException("the phrase stands for too many wordings; split it");
            }
        }

        return from;
    }

    private HashSet<int> FollowAny(HashSet<int> from, ImmutableArray<ImmutableArray<Part>> choices)
    {
        var (single, longer) = Sorted(choices);
        var reached = single is { } symbol ? Step(from, symbol) : [];
        foreach (var choice in longer)
        {
            reached.UnionWith(Follow(from, choice));
        }

        return reached;
    }

    /// <summary>One symbol for all choices of one word, and the other choices. Classes are sorted once.</summary>
    private (int? Single, ImmutableArray<ImmutableArray<Part>> Longer) Sorted(
        ImmutableArray<ImmutableArray<Part>> choices
    )
    {
        if (sorted.TryGetValue(choices, out var known))
        {
            return known;
        }

        var open = choices.SelectMany(Open).ToList();
        var words = open.SelectMany(SingleWords).Distinct(StringComparer.Ordinal).ToList();
        var result = (
            words.Count > 0 ? symbols.AnyOf(words) : (int?)null,
            open.Where(choice => !SingleWords(choice).Any()).ToImmutableArray()
        );
        sorted[choices] = result;
        return result;
    }

    /// <summary>A choice that is a class alone becomes the choices that the class has.</summary>
    private IEnumerable<ImmutableArray<Part>> Open(ImmutableArray<Part> choice) =>
        choice is [Part.Class name] ? classes[name.Name].SelectMany(Open) : [choice];

    private static IEnumerable<string> SingleWords(ImmutableArray<Part> choice) =>
        choice is [Part.Word word] ? [word.Text] : [];

    private HashSet<int> Step(HashSet<int> from, int symbol) => [.. from.Select(node => Step(node, symbol))];

    private int Step(int node, int symbol)
    {
        var key = Automaton.Key(node, symbol);
        if (!edges.TryGetValue(key, out var next))
        {
            edges[key] = next = nodes.Count;
            nodes.Add(new Node());
        }

        return next;
    }

    private HashSet<int> StepOverGap(HashSet<int> from, int words)
    {
        var reached = new HashSet<int>();
        foreach (var node in from)
        {
            if (nodes[node].GapTo == 0)
            {
                nodes[node].GapTo = nodes.Count;
                nodes[node].GapWords = words;
                nodes.Add(new Node());
            }

            reached.Add(nodes[node].GapTo);
        }

        return reached;
    }

    private sealed class Node
    {
        public List<int> Entries { get; } = [];

        public int GapTo { get; set; }

        public int GapWords { get; set; }
    }
}
