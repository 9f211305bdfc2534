using TriageBot.Language.Matching;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>Collects the phrases of one language while its files are read, and notes what is wrong with them.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, Part[][]> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Node>> seen = new(StringComparer.Ordinal);
    private readonly List<Entry> entries = [];
    private readonly List<(Node At, Part[] Parts)> written = [];
    private readonly Dictionary<string, int> nearWords = new(StringComparer.Ordinal);
    private readonly List<Nearness> nearnesses = [];
    private readonly AutomatonBuilder builder;

    private readonly PhraseParser parser;

    /// <summary>True where the phrases are compiled and checked: they need only be counted.</summary>
    private readonly bool isCompiled;

    /// <param name="forms">Short forms and the words they stand for.</param>
    /// <param name="compiled">The automaton that was built of the same phrases; null where it is to be built.</param>
    public PhraseBook(Dictionary<string, string[]> forms, Automaton? compiled)
    {
        isCompiled = compiled is not null;
        parser = new PhraseParser(forms);
        builder = new AutomatonBuilder(classes);
    }

    public Entry[] Entries => [.. entries];

    /// <summary>By entry, the findings that its words make with others near them.</summary>
    public Nearness[]?[] NearnessesAt()
    {
        var at = new List<Nearness>?[entries.Count];
        foreach (var nearness in nearnesses)
        {
            // A part that could not be read has no entry; its defect is reported.
            foreach (var part in nearness.Parts.Where(part => part < at.Length && entries[part] is Entry.Near))
            {
                (at[part] ??= []).Add(nearness);
            }
        }

        return Array.ConvertAll(at, list => list?.ToArray());
    }

    public AutomatonBuilder Automaton => builder;

    /// <summary>Defines <c>&lt;name&gt;</c> as any of the words or phrases. A class may name classes defined before it.</summary>
    public void Define(string name, IEnumerable<Node> members)
    {
        if (isCompiled)
        {
            return;
        }

        var parsed = new List<Part[]>();
        foreach (var node in members)
        {
            foreach (var member in (node.Scalar ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                if (Parse(member, node) is { Length: > 0 } parts)
                {
                    parsed.Add(parts);
                }
            }
        }

        classes[name] = [.. parsed];
    }

    /// <summary>Defines a class of words that no file lists as phrases.</summary>
    public void Define(string name, Part[][] members) => classes[name] = members;

    /// <summary>Adds a phrase. <paramref name="kind"/> tells the lists apart in which it may stand once each.</summary>
    public void Add(Node at, string kind, Func<string, Entry> entry)
    {
        if (at.Scalar is not { Length: > 0 } phrase)
        {
            at.Report(LexiconCodes.BadPhrase, "a phrase must be a text of one line");
            return;
        }

        Add(at, phrase, kind, entry);
    }

    private void Add(Node at, string phrase, string kind, Func<string, Entry> entry)
    {
        if (isCompiled)
        {
            entries.Add(entry(phrase));
            return;
        }

        if (!seen.TryGetValue(kind, out var list))
        {
            seen[kind] = list = new Dictionary<string, Node>(StringComparer.Ordinal);
        }

        var plain = Plain(phrase);
        if (!list.TryAdd(plain, at))
        {
            at.Report(LexiconCodes.Duplicate, $"'{phrase}' stands already in line {list[plain].Line}; remove one");
            return;
        }

        if (Parse(phrase, at) is not { } parts)
        {
            return;
        }

        try
        {
            builder.Add(parts, entries.Count);
            entries.Add(entry(phrase));
            written.Add((at, parts));
        }
        catch (FormatException e)
        {
            at.Report(LexiconCodes.NeverMatches, $"'{phrase}': {e.Message}");
        }
    }

    /// <summary>Adds words that make a finding wherever a sentence has them near each other: <c>&lt;chest&gt; + &lt;hurts&gt;</c>.</summary>
    public void AddNear(Node at, Func<string, Entry.Finding> entry)
    {
        var words = (at.Scalar ?? "").Split(
            '+',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        if (words.Length < 2)
        {
            at.Report(LexiconCodes.BadPhrase, $"'{at.Scalar}': write two or more word classes with a '+' between them");
            return;
        }

        var parts = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            if (!nearWords.TryGetValue(words[i], out parts[i]))
            {
                parts[i] = nearWords[words[i]] = entries.Count;
                Add(at, words[i], "near", text => new Entry.Near { Phrase = text });
            }
        }

        nearnesses.Add(new Nearness(entry(at.Scalar!), parts));
    }

    /// <summary>Where the phrase of an entry stands.</summary>
    public Node At(int entry) => written[entry].At;

    /// <summary>One wording of an entry's phrase: of each choice the one at <paramref name="turn"/>, and gaps left empty.</summary>
    public string Wording(int entry, int turn) => string.Join(' ', Words(written[entry].Parts, turn));

    private IEnumerable<string> Words(Part[] parts, int turn) =>
        parts.SelectMany(part =>
            part switch
            {
                Part.Word word => [word.Text],
                Part.Class name => Words(Chosen(classes[name.Name], turn), turn),
                Part.OneOf choice => Words(Chosen(choice.Choices, turn), turn),
                _ => Enumerable.Empty<string>(),
            }
        );

    private static Part[] Chosen(Part[][] choices, int turn) => choices[turn % choices.Length];

    private static string Plain(string phrase) =>
        (
            phrase.Contains("  ", StringComparison.Ordinal)
                ? string.Join(' ', phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                : phrase
        ).ToLowerInvariant();

    private Part[]? Parse(string phrase, Node at)
    {
        try
        {
            var parts = parser.Parse(phrase);
            var unknown = UnknownClass(parts);
            if (unknown is null)
            {
                return parts;
            }

            at.Report(
                LexiconCodes.UnknownClass,
                $"'{phrase}': no word class '{unknown}' is defined above; see 'words'"
            );
        }
        catch (FormatException e)
        {
            at.Report(LexiconCodes.BadPhrase, $"'{phrase}': {e.Message}");
        }

        return null;
    }

    private string? UnknownClass(Part[] parts)
    {
        foreach (var part in parts)
        {
            if (part is Part.Class name && !classes.ContainsKey(name.Name))
            {
                return name.Name;
            }

            foreach (var choice in part is Part.OneOf any ? any.Choices : [])
            {
                if (UnknownClass(choice) is { } unknown)
                {
                    return unknown;
                }
            }
        }

        return null;
    }
}
