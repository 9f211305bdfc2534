using TriageBot.Host.Content;
using TriageBot.Protocols.Reading;

namespace TriageBot.Host.Worked;

/// <summary>The worked conversations of files, and everything that is wrong with the files.</summary>
internal static class WorkedFiles
{
    /// <summary>All that come with the program.</summary>
    public static IReadOnlyList<string> Shipped =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(ContentSettings.Shipped, "cases"), "*.yaml")
                .Order(StringComparer.Ordinal),
        ];

    /// <exception cref="DefectiveDataException">With every mistake of every file.</exception>
    public static IReadOnlyList<WorkedConversation> Load(IEnumerable<string> files, ClinicalFiles clinical)
    {
        var defects = new List<Defect>();
        var read = files.SelectMany(file => Read(file, clinical, defects)).ToList();
        var twice = read.GroupBy(worked => worked.Name).Where(group => group.Count() > 1).SelectMany(g => g.Skip(1));
        foreach (var worked in twice)
        {
            defects.Add(
                new Defect(
                    worked.File,
                    worked.Line,
                    WorkedCodes.SameName,
                    $"another conversation is called '{worked.Name}'; rename one"
                )
            );
        }

        return defects.Count == 0
            ? read
            : throw new DefectiveDataException([
                .. defects.OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line),
            ]);
    }

    private static List<WorkedConversation> Read(string file, ClinicalFiles clinical, List<Defect> defects)
    {
        if (file.EndsWith(".transcript", StringComparison.OrdinalIgnoreCase))
        {
            return TranscriptFile.Read(file, defects) is { } recorded ? [recorded] : [];
        }

        var root = Node.Parse(NameOf(file), File.ReadAllText(file), defects, WorkedCodes.NotYaml);
        var reader = new WorkedReader(clinical);
        var read = reader.Conversations(root["conversations"]).Concat(reader.Tables(root["tables"])).ToList();
        root.RejectOtherKeys(WorkedCodes.UnknownKey);
        if (root.IsMap && read.Count == 0)
        {
            root.Report(WorkedCodes.Missing, "there is nothing to play; write conversations: or tables:");
        }

        return read;
    }

    /// <summary>As the shipped files are called in the repository, so that an editor finds the line.</summary>
    private static string NameOf(string file)
    {
        var shipped = Path.GetRelativePath(ContentSettings.Shipped, Path.GetFullPath(file)).Replace('\\', '/');
        return shipped.StartsWith("../", StringComparison.Ordinal) ? file : $"dialogs/{shipped}";
    }
}
