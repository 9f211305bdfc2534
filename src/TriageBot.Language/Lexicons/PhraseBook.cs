using System.Collections.Immutable;
using TriageBot.Language.Matching;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>Collects the phrases of one language while its files are read, and notes what is wrong with them.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, ImmutableArray<ImmutableArray<Part>>> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Phrase), Node> seen = [];
    private readonly ImmutableArray<Entry>.Builder entries = ImmutableArray.CreateBuilder<Entry>();
    private readonly AutomatonBuilder builder;

    private readonly IReadOnlyDictionary<string, ImmutableArray<string>> forms;

    /// <param name="forms">Short forms and the words they stand for.</param>
    public PhraseBook(IReadOnlyDictionary<string, ImmutableArray<string>> forms)
    {
        this.forms = forms;
        builder = new AutomatonBuilder(classes);
    }

    public ImmutableArray<Entry> Entries => entries.ToImmutable();

    public AutomatonBuilder Automaton => builder;

    /// <summary>Defines <c>&lt;name&gt;</c> as any of the words or phrases. A class may name classes defined before it.</summary>
    public void Define(string name, IEnumerable<Node> members)
    {
        var parsed = members
            .SelectMany(node =>
                (node.Scalar ?? "").Split(',', StringSplitOptions.TrimEntries).Select(m => Parse(m, node))
            )
            .OfType<ImmutableArray<Part>>()
            .Where(parts => parts.Length > 0);
        classes[name] = [.. parsed];
    }

    /// <summary>Defines a class of words that no file lists as phrases.</summary>
    public void Define(string name, ImmutableArray<ImmutableArray<Part>> members) => classes[name] = members;

    /// <summary>Adds a phrase. <paramref name="kind"/> tells the lists apart in which it may stand once each.</summary>
    public void Add(Node at, string kind, Func<string, Entry> entry)
    {
        if (at.Scalar is not { Length: > 0 } phrase)
        {
            at.Report(LexiconCodes.BadPhrase, "a phrase must be a text of one line");
            return;
        }

        var plain = string.Join(' ', phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToLowerInvariant();
        if (!seen.TryAdd((kind, plain), at))
        {
            at.Report(
                LexiconCodes.Duplicate,
                $"'{phrase}' stands already in line {seen[(kind, plain)].Line}; remove one"
            );
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
        }
        catch (FormatException e)
        {
            at.Report(LexiconCodes.NeverMatches, $"'{phrase}': {e.Message}");
        }
    }

    private ImmutableArray<Part>? Parse(string phrase, Node at)
    {
        try
        {
            var parts = PhraseParser.Parse(phrase, forms);
            var unknown = ClassesIn(parts).FirstOrDefault(name => !classes.ContainsKey(name));
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

    private static IEnumerable<string> ClassesIn(IEnumerable<Part> parts) =>
        parts.SelectMany(part =>
            part switch
            {
                Part.Class name => [name.Name],
                Part.OneOf choice => choice.Choices.SelectMany(c => ClassesIn(c)),
                _ => Enumerable.Empty<string>(),
            }
        );
}
