using System.Collections.Immutable;
using TriageBot.Language.Lexicons;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language;

/// <summary>
/// The phrases that patients use, of all languages, compiled. Immutable and safe to share between threads.
/// </summary>
public sealed class LexiconLibrary
{
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

    /// <summary>True where the phrases were taken as they had been compiled before, see <see cref="Compile"/>.</summary>
    internal bool IsPrecompiled { get; private init; }

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
        var files = new LexiconFiles(directory, defects);
        var compiled = CompiledPhrases.Open(directory, files.Key());
        return Read(files, compiled, defects);
    }

    /// <summary>
    /// Compiles the lexicons of a directory into a file beside them, which <see cref="Load"/> takes as long as nothing has
    /// changed: loading is then four times as fast.
    /// </summary>
    /// <param name="directory">The data directory; the file <c>lexicon.compiled</c> in it is replaced.</param>
    /// <exception cref="DefectiveDataException">Something is wrong; carries every defect, and no file is written.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Compile(string directory)
    {
        var defects = new List<Defect>();
        var files = new LexiconFiles(directory, defects);
        var library = Read(files, compiled: null, defects);
        if (defects.Count > 0)
        {
            throw new DefectiveDataException(defects);
        }

        CompiledPhrases.Write(directory, files.Key(), library.Lexicons);
    }

    /// <summary>
    /// Looks for phrases that no text can bring to be heard. It reads the files once more, because a library does not keep
    /// its phrases as they were written, and takes longer than loading.
    /// </summary>
    /// <param name="directory">A data directory that <see cref="Load"/> finds nothing wrong with.</param>
    /// <param name="defects">Receives each such phrase, code LX014.</param>
    public static void CheckEveryPhrase(string directory, List<Defect> defects)
    {
        var files = new LexiconFiles(directory, defects);
        foreach (var (lexicon, book) in ReadEach(files, files.RedFlags, compiled: null))
        {
            UnheardPhrases.Check(lexicon, book, defects);
        }
    }

    private static LexiconLibrary Read(LexiconFiles files, CompiledPhrases? compiled, List<Defect> defects)
    {
        var redFlags = files.RedFlags;
        var lexicons = ReadEach(files, redFlags, compiled).Select(read => read.Lexicon).ToImmutableArray();
        var absorbs = Absorption.Read(redFlags["absorbs"]);
        var routing = Routing.Read(redFlags["routes"]);
        redFlags.RejectOtherKeys(LexiconCodes.UnknownKey);
        var library = new LexiconLibrary(lexicons, routing, absorbs) { IsPrecompiled = compiled is not null };
        if (defects.Count == 0 && compiled is null)
        {
            HarmlessTexts.Check(library);
        }

        return library;
    }

    private static IEnumerable<(Lexicon Lexicon, PhraseBook Book)> ReadEach(
        LexiconFiles files,
        Node redFlags,
        CompiledPhrases? compiled
    ) =>
        files.Languages.Select(
            (file, i) => LexiconReader.Read(file.File, RedFlagsOf(redFlags, file.Language), compiled?[i])
        );

    private static IEnumerable<(string Finding, Node Phrases)> RedFlagsOf(Node file, string language) =>
        file["red-flags"]
            .Entries.Select(entry => (entry.Key, entry.Value[language]))
            .Where(entry => entry.Item2.Exists);
}
