using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using TriageBot.Language.Matching;

namespace TriageBot.Language.Lexicons;

/// <summary>
/// The automata of all languages as one file beside the lexicons, so that a start reads what a build has compiled. It is used
/// only where it was made of the very same files by the very same program; in any other case the lexicons are compiled anew.
/// </summary>
internal sealed class CompiledPhrases
{
    public const string FileName = "lexicon.compiled";

    private const int HashLength = SHA256.HashSizeInBytes;

    private readonly List<Automaton> automata = [];

    private CompiledPhrases() { }

    /// <param name="language">Index of a language, in the order that they were written in.</param>
    public Automaton this[int language] => automata[language];

    /// <summary>Null where there is no such file, or it was made of something else, or is damaged.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="key">What it must have been made of.</param>
    public static CompiledPhrases? Open(string directory, byte[] key)
    {
        var path = Path.Combine(directory, FileName);
        if (!BitConverter.IsLittleEndian || !File.Exists(path))
        {
            return null;
        }

        var content = File.ReadAllBytes(path).AsSpan();
        if (
            content.Length < 2 * HashLength
            || !content[..HashLength].SequenceEqual(key)
            || !content[HashLength..(2 * HashLength)].SequenceEqual(SHA256.HashData(content[(2 * HashLength)..]))
        )
        {
            return null;
        }

        var compiled = new CompiledPhrases();
        var reader = new Reader(content[(2 * HashLength)..]);
        for (var count = reader.Number(); count > 0; count--)
        {
            compiled.automata.Add(reader.Automaton());
        }

        return compiled;
    }

    /// <summary>Writes the file anew, all or nothing.</summary>
    public static void Write(string directory, byte[] key, IReadOnlyCollection<Lexicon> lexicons)
    {
        using var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(lexicons.Count);
            foreach (var lexicon in lexicons)
            {
                Write(writer, lexicon.Automaton);
            }
        }

        var content = payload.ToArray();
        var path = Path.Combine(directory, FileName);
        var unfinished = $"{path}.{Environment.ProcessId}";
        File.WriteAllBytes(unfinished, [.. key, .. SHA256.HashData(content), .. content]);
        File.Move(unfinished, path, overwrite: true);
    }

    private static void Write(BinaryWriter writer, Automaton automaton)
    {
        writer.Write(automaton.Symbols);
        Write<NodeAt>(writer, automaton.Graph.Nodes);
        Write<Edge>(writer, automaton.Graph.Edges);
        Write<int>(writer, automaton.Graph.Entries);
        Write<int>(writer, automaton.Graph.Joins);
        writer.Write(automaton.Meanings.Count);
        foreach (var (word, meaning) in automaton.Meanings)
        {
            Write(writer, word);
            writer.Write((int)meaning.Marks);
            Write<int>(writer, meaning.Symbols);
            Write<int>(writer, meaning.Starts);
        }
    }

    private static void Write(BinaryWriter writer, string text) => Write<char>(writer, text.AsSpan());

    private static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        writer.Write(items.Length);
        writer.Write(MemoryMarshal.AsBytes(items));
    }

    private ref struct Reader(ReadOnlySpan<byte> content)
    {
        private ReadOnlySpan<byte> rest = content;

        public int Number()
        {
            var number = MemoryMarshal.Read<int>(rest);
            rest = rest[sizeof(int)..];
            return number;
        }

        public string Text() => Items<char>().ToString();

        public Automaton Automaton()
        {
            var symbols = Number();
            var graph = new Graph(
                Items<NodeAt>().ToArray(),
                Items<Edge>().ToArray(),
                Items<int>().ToArray(),
                Items<int>().ToArray()
            );
            var count = Number();
            var words = new Dictionary<string, WordMeaning>(count, StringComparer.Ordinal);
            for (; count > 0; count--)
            {
                var word = Text();
                var marks = (WordMarks)Number();
                words[word] = WordMeaning.Of(Items<int>().ToArray(), Items<int>().ToArray(), marks);
            }

            return new Automaton(words, graph, symbols);
        }

        private ReadOnlySpan<T> Items<T>()
            where T : unmanaged
        {
            var count = Number();
            var bytes = count * Unsafe.SizeOf<T>();
            var items = MemoryMarshal.Cast<byte, T>(rest[..bytes]);
            rest = rest[bytes..];
            return items;
        }
    }
}
