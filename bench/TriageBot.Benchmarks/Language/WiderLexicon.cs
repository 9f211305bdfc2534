using System.Text;
using System.Text.RegularExpressions;
using TriageBot.Language;

namespace TriageBot.Benchmarks.Language;

/// <summary>The shipped lexicons, and the same with made-up phrases among them, so that there are many times as many.</summary>
internal static partial class WiderLexicon
{
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "dialogs");

    /// <summary>Writes a data directory with <paramref name="times"/> as many phrases of findings; returns its path.</summary>
    public static string Write(int times)
    {
        if (times == 1)
        {
            return Shipped;
        }

        var directory = Path.Combine(AppContext.BaseDirectory, $"dialogs-x{times}");
        foreach (var file in Directory.GetFiles(Shipped, "*.yaml", SearchOption.AllDirectories))
        {
            var wide = Path.Combine(directory, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(wide)!);
            File.WriteAllText(wide, Widen(file, times));
        }

        return directory;
    }

    /// <summary>Writes the shipped lexicons with their compiled form beside them; returns the path.</summary>
    public static string Compiled()
    {
        var directory = Path.Combine(AppContext.BaseDirectory, "dialogs-compiled");
        Directory.CreateDirectory(Path.Combine(directory, "lexicon"));
        foreach (
            var file in Directory
                .GetFiles(Path.Combine(Shipped, "lexicon"))
                .Append(Path.Combine(Shipped, "red-flags.yaml"))
        )
        {
            File.Copy(file, Path.Combine(directory, Path.GetRelativePath(Shipped, file)), overwrite: true);
        }

        LexiconLibrary.Compile(directory);
        return directory;
    }

    private static string Widen(string file, int times)
    {
        var wide = new StringBuilder();
        var holdsPhrases = false;
        foreach (var line in File.ReadLines(file))
        {
            wide.AppendLine(line);
            if (line.Length > 0 && char.IsAsciiLetter(line[0]))
            {
                holdsPhrases = line is "findings:" or "intents:" or "harmless:" or "red-flags:";
            }

            if (holdsPhrases && Phrase().Match(line) is { Success: true } phrase)
            {
                for (var copy = 1; copy < times; copy++)
                {
                    wide.Append(phrase.Groups[1].Value).AppendLine(MadeUp(phrase.Groups[2].Value, copy));
                }
            }
        }

        return wide.ToString();
    }

    /// <summary>The same phrase of words that nobody writes, in an order of letters that is a word of its own each time.</summary>
    private static string MadeUp(string phrase, int copy)
    {
        var ending = $"qx{(char)('a' + copy)}v";
        return $"zk{ending} " + Word().Replace(phrase, word => word.Value + ending);
    }

    // A list's item that is one phrase, and no map and no quoted text.
    [GeneratedRegex(@"^(\s+- )([^:'""]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"(?<![<\w-])[a-z]{3,}(?![>\w-])")]
    private static partial Regex Word();
}
