using System.Collections.Immutable;
using TriageBot.Language.Lexicons;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language;

/// <summary>
/// The phrases that patients use, of all languages, compiled. Immutable and safe to share between threads.
/// </summary>
public sealed class LexiconLibrary
{
    private const string RedFlagsFile = "red-flags.yaml";
    private const string Folder = "lexicon";

    private LexiconLibrary(ImmutableArray<Lexicon> lexicons, Routing routing, Absorption absorbs)
    {
        Absorbs = absorbs;
        Lexicons = lexicons;
        Routing = routing;
    }

    /// <summary>Codes of the languages that can be read: "en", "es".</summary>
    public IEnumerable<string> Languages => Lexicons.Select(lexicon => lexicon.Language);

    internal ImmutableArray<Lexicon> Lexicons { get; }

    internal Routing Routing { get; }

    internal Absorption Absorbs { get; }

    /// <summary>Reads and checks <c>red-flags.yaml</c> and every file of <c>lexicon/</c>.</summary>
    /// <param name="directory">The data directory that holds them.</param>
    /// <exception cref="DefectiveDataException">Something is wrong; carries every defect.</exception>
    public static LexiconLibrary Load(string directory)
    {
        var defects = new List<Defect>();
        var library = Read(directory, defects);
        return defects.Count == 0 ? library : throw new DefectiveDataException(defects);
    }

    /// <summary>The same without throwing, for a report that takes in other files too.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="defects">Receives what is wrong; the library is fit for use only where nothing is.</param>
    public static LexiconLibrary Read(string directory, List<Defect> defects)
    {
        var redFlags = Open(directory, RedFlagsFile, defects);
        var lexicons = ReadEach(directory, redFlags, defects).Select(read => read.Lexicon).ToImmutableArray();
        var absorbs = Absorption.Read(redFlags["absorbs"]);
        var routing = Routing.Read(redFlags["routes"]);
        redFlags.RejectOtherKeys(LexiconCodes.UnknownKey);
        var library = new LexiconLibrary(lexicons, routing, absorbs);
        if (defects.Count == 0)
        {
            HarmlessTexts.Check(library);
        }

        return library;
    }

    /// <summary>
    /// Looks for phrases that no text can bring to be heard. It reads the files once more, because a library does not keep
    /// its phrases as they were written, and takes longer than loading.
    /// </summary>
    /// <param name="directory">A data directory that <see cref="Load"/> finds nothing wrong with.</param>
    /// <param name="defects">Receives each such phrase, code LX014.</param>
    public static void CheckEveryPhrase(string directory, List<Defect> defects)
    {
        var redFlags = Open(directory, RedFlagsFile, defects);
        foreach (var (lexicon, book) in ReadEach(directory, redFlags, defects))
        {
            UnheardPhrases.Check(lexicon, book, defects);
        }
    }

    private static IEnumerable<(Lexicon Lexicon, PhraseBook Book)> ReadEach(
        string directory,
        Node redFlags,
        List<Defect> defects
    )
    {
        var files = Directory.Exists(Path.Combine(directory, Folder))
            ? Directory.GetFiles(Path.Combine(directory, Folder), "*.yaml").Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
        {
            defects.Add(
                new Defect(Folder, 1, LexiconCodes.NoLanguage, "no lexicon/*.yaml was found; at least one is needed")
            );
        }

        foreach (var file in files)
        {
            var language = Path.GetFileNameWithoutExtension(file);
            yield return LexiconReader.Read(
                Open(directory, $"{Folder}/{language}.yaml", defects),
                RedFlagsOf(redFlags, language)
            );
        }
    }

    private static IEnumerable<(string Finding, Node Phrases)> RedFlagsOf(Node file, string language) =>
        file["red-flags"]
            .Entries.Select(entry => (entry.Key, entry.Value[language]))
            .Where(entry => entry.Item2.Exists);

    private static Node Open(string directory, string file, List<Defect> defects)
    {
        var path = Path.Combine(directory, file);
        if (File.Exists(path))
        {
            return Node.Parse(file, File.ReadAllText(path), defects, LexiconCodes.NotYaml);
        }

        defects.Add(new Defect(file, 1, LexiconCodes.Missing, $"the file is missing from {directory}"));
        return Node.Parse(file, "{}", defects, LexiconCodes.NotYaml);
    }
}
