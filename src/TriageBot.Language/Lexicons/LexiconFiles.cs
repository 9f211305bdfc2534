using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using TriageBot.Protocols.Reading;

namespace TriageBot.Language.Lexicons;

/// <summary>The files of a data directory that lexicons are made of: <c>red-flags.yaml</c> and <c>lexicon/*.yaml</c>.</summary>
internal sealed class LexiconFiles
{
    private const string RedFlagsFile = "red-flags.yaml";
    private const string Folder = "lexicon";

    private readonly string directory;
    private readonly List<Defect> defects;
    private readonly List<(string Name, string Text)> texts = [];

    /// <param name="directory">The data directory.</param>
    /// <param name="defects">Receives what is missing, and what is no YAML.</param>
    public LexiconFiles(string directory, List<Defect> defects)
    {
        this.directory = directory;
        this.defects = defects;
        if (File.Exists(Path.Combine(directory, RedFlagsFile)))
        {
            Add(RedFlagsFile);
        }
        else
        {
            defects.Add(new Defect(RedFlagsFile, 1, LexiconCodes.Missing, $"the file is missing from {directory}"));
            texts.Add((RedFlagsFile, "{}"));
        }

        var folder = Path.Combine(directory, Folder);
        var found = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [];
        foreach (var file in found.Order(StringComparer.Ordinal))
        {
            Add($"{Folder}/{Path.GetFileName(file)}");
        }

        if (texts.Count == 1)
        {
            defects.Add(
                new Defect(Folder, 1, LexiconCodes.NoLanguage, "no lexicon/*.yaml was found; at least one is needed")
            );
        }
    }

    public Node RedFlags => Parse(texts[0]);

    /// <summary>Each language and its own file, in the order of their names.</summary>
    public IEnumerable<(string Language, Node File)> Languages =>
        texts.Skip(1).Select(file => (Path.GetFileNameWithoutExtension(file.Name), Parse(file)));

    /// <summary>What a compiled form must have been made of: these texts, and this program.</summary>
    public byte[] Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(LexiconFiles).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(Node).Module.ModuleVersionId.ToByteArray());
        foreach (var (name, text) in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{text.Length}\n"));
            hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        return hash.GetHashAndReset();
    }

    private void Add(string name) => texts.Add((name, File.ReadAllText(Path.Combine(directory, name))));

    private Node Parse((string Name, string Text) file) =>
        Node.Parse(file.Name, file.Text, defects, LexiconCodes.NotYaml);
}
