using System.Text.RegularExpressions;
using TriageBot.Protocols;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Reading;

namespace TriageBot.Conversation.Phrases;

/// <summary>
/// The phrase books of all languages. Loading reads and checks every file: the first language is whole, others may lack
/// texts (which are then said in the first one), and a text never has a placeholder that its original lacks.
/// </summary>
public sealed partial class PhraseLibrary
{
    private const string First = "en";

    private readonly Dictionary<string, PhraseBook> books;

    private PhraseLibrary(Dictionary<string, PhraseBook> books) => this.books = books;

    public IEnumerable<string> Languages => books.Keys;

    /// <summary>The book of a language, or the first language's where there is none.</summary>
    public PhraseBook In(string language) => books.GetValueOrDefault(language) ?? books[First];

    public bool Speaks(string language) => books.ContainsKey(language);

    /// <param name="directory">The folder of <c>en.yaml</c>, <c>es.yaml</c> …</param>
    /// <param name="protocols">Their questions, advice and topics name texts that must exist.</param>
    /// <exception cref="DefectiveDataException">With every defect of every file.</exception>
    public static PhraseLibrary Load(string directory, IEnumerable<Protocol> protocols)
    {
        var defects = new List<Defect>();
        var library = Read(directory, protocols, defects);
        return defects.Count == 0 ? library : throw new DefectiveDataException(defects);
    }

    /// <summary>Like <see cref="Load"/>, with the defects collected instead of thrown.</summary>
    public static PhraseLibrary Read(string directory, IEnumerable<Protocol> protocols, List<Defect> defects)
    {
        var texts = Directory
            .EnumerateFiles(directory, "*.yaml")
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, file => ReadFile(file, defects));
        if (!texts.TryGetValue(First, out var original))
        {
            defects.Add(new Defect($"phrases/{First}.yaml", 1, "PH001", "the file is missing; it holds every text"));
            texts[First] = original = [];
        }

        foreach (var key in KeysInUse.Of(protocols).Where(key => !original.ContainsKey(key)).Distinct())
        {
            defects.Add(new Defect($"phrases/{First}.yaml", 1, "PH002", $"the text '{key}' is missing; write it"));
        }

        foreach (var (language, phrases) in texts)
        {
            CheckAgainst(original, language, phrases, defects);
        }

        return new PhraseLibrary(BooksOf(texts));
    }

    private static Dictionary<string, PhraseBook> BooksOf(Dictionary<string, Dictionary<string, Phrase>> texts)
    {
        var first = new PhraseBook(First, Texts(texts[First]), null);
        return texts.ToDictionary(
            pair => pair.Key,
            pair => pair.Key == First ? first : new PhraseBook(pair.Key, Texts(pair.Value), first)
        );

        static Dictionary<string, string> Texts(Dictionary<string, Phrase> phrases) =>
            phrases.ToDictionary(pair => pair.Key, pair => pair.Value.Text);
    }

    private static Dictionary<string, Phrase> ReadFile(string file, List<Defect> defects)
    {
        var phrases = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var name = $"phrases/{Path.GetFileName(file)}";
        var root = Node.Parse(name, File.ReadAllText(file), defects, "PH003");
        foreach (var (key, node) in root.Entries)
        {
            if (node.Scalar?.Trim() is { Length: > 0 } text)
            {
                phrases[key] = new Phrase(text, node.Line);
            }
            else
            {
                node.Report("PH004", $"the text '{key}' is empty; write it or take the key out");
            }
        }

        return phrases;
    }

    private static void CheckAgainst(
        Dictionary<string, Phrase> original,
        string language,
        Dictionary<string, Phrase> phrases,
        List<Defect> defects
    )
    {
        foreach (var (key, phrase) in phrases)
        {
            if (!original.TryGetValue(key, out var first))
            {
                Report("PH005", $"'{key}' does not exist in {First}.yaml; is it misspelt?");
                continue;
            }

            var expected = Placeholders(first.Text);
            var actual = Placeholders(phrase.Text);
            if (!expected.SetEquals(actual))
            {
                Report(
                    "PH006",
                    $"'{key}' must use the same placeholders as {First}.yaml: {string.Join(", ", expected)}"
                );
            }

            void Report(string code, string message) =>
                defects.Add(new Defect($"phrases/{language}.yaml", phrase.Line, code, message));
        }
    }

    private static HashSet<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Placeholder();

    private sealed record Phrase(string Text, int Line);
}
