using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace TriageBot.Protocols.Reading;

/// <summary>Reads a set of protocol files: which is a protocol, which is included by one, and the digest of each.</summary>
internal static class ProtocolFiles
{
    private const int MostCharacters = 1_000_000;

    public static IReadOnlyList<SourceText> In(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        return
        [
            .. Directory
                .EnumerateFiles(directory, "*.yaml")
                .Order(StringComparer.Ordinal)
                .Select(path => new SourceText(Path.GetFileName(path), ReadText(path))),
        ];
    }

    /// <summary>The beginning of a file that is too long is enough to say so.</summary>
    private static string ReadText(string path)
    {
        using var file = File.OpenText(path);
        var text = new char[Math.Min(file.BaseStream.Length, MostCharacters) + 1];
        return new string(text, 0, file.ReadBlock(text));
    }

    public static ProtocolReading Read(IReadOnlyList<SourceText> texts)
    {
        var defects = new List<Defect>();
        if (texts.Count == 0)
        {
            defects.Add(new Defect(".", 1, ProtocolCode.EmptyProtocol, "there is no protocol; put a .yaml file here"));
        }

        var files = texts
            .Select(text => text with { Text = text.Text.ReplaceLineEndings("\n") })
            .ToDictionary(text => text.File, StringComparer.Ordinal);
        var read = new List<(Protocol, ImmutableArray<SourceText>)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Values)
        {
            var own = new List<Defect>();
            CheckText(file, own);
            var root =
                own.Count == 0
                    ? Node.Parse(file.File, file.Text, own, ProtocolCode.NotYaml)
                    : Node.Nothing(file.File, own);
            if (own.Count == 0 && !IsProtocol(root))
            {
                continue;
            }

            seen.Add(file.File);
            if (own.Count == 0)
            {
                var sources = Sources(root, file, files);
                seen.UnionWith(sources.Select(source => source.File));
                var protocol = Read(root, sources, own);
                read.Add((protocol, sources));
            }

            defects.AddRange(own);
        }

        CheckLoose(files.Keys.Where(file => !seen.Contains(file)), defects);
        var wrong = defects.Select(defect => defect.File).ToHashSet(StringComparer.Ordinal);
        return new ProtocolReading(
            new ProtocolLibrary(read.Where(entry => !entry.Item2.Any(source => wrong.Contains(source.File)))),
            [.. defects.Distinct().OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Code)]
        );
    }

    private static void CheckText(SourceText file, List<Defect> defects)
    {
        if (file.Text.Length > MostCharacters)
        {
            defects.Add(
                new Defect(
                    file.File,
                    1,
                    ProtocolCode.TooLarge,
                    $"the file has more than {MostCharacters} characters; no protocol has: split it, or take it away"
                )
            );
            return;
        }

        var at = file.Text.AsSpan().IndexOfAny('\uFFFD', '\0');
        if (at >= 0)
        {
            var line = 1 + file.Text.AsSpan(0, at).Count('\n');
            defects.Add(
                new Defect(file.File, line, ProtocolCode.NotText, "the file is not text in UTF-8; save it as UTF-8")
            );
        }
    }

    private static bool IsProtocol(Node root) => root["id"].Exists || root["version"].Exists || root["includes"].Exists;

    private static Protocol Read(Node root, ImmutableArray<SourceText> sources, List<Defect> defects)
    {
        var includes = sources
            .Skip(1)
            .Select(source => Node.Parse(source.File, source.Text, defects, ProtocolCode.NotYaml))
            .ToList();
        return ProtocolReader.Read(root, includes, HashOf(sources));
    }

    private static ImmutableArray<SourceText> Sources(Node root, SourceText own, Dictionary<string, SourceText> files)
    {
        var sources = ImmutableArray.CreateBuilder<SourceText>();
        sources.Add(own);
        foreach (var include in root["includes"].Items)
        {
            if (include.Scalar is { } name && name != own.File && files.TryGetValue(name, out var file))
            {
                sources.Add(file);
            }
            else
            {
                include.Report(
                    ProtocolCode.IncludeNotFound,
                    $"there is no file '{include.Scalar}' beside this one to include; correct the name"
                );
            }
        }

        return [.. sources.Distinct()];
    }

    private static string HashOf(ImmutableArray<SourceText> sources)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in sources)
        {
            // Lengths keep two texts apart: moving a line from one file to the next is another protocol.
            var text = Encoding.UTF8.GetBytes(source.Text);
            sha.AppendData(Encoding.UTF8.GetBytes($"{source.File}\n{text.Length}\n"));
            sha.AppendData(text);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static void CheckLoose(IEnumerable<string> files, List<Defect> defects)
    {
        foreach (var file in files)
        {
            defects.Add(
                new Defect(
                    file,
                    1,
                    ProtocolCode.LooseFile,
                    "no protocol includes this file, and it has no id:; add id:, or include it, or remove it"
                )
            );
        }
    }
}
