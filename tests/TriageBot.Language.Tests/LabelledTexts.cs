namespace TriageBot.Language.Tests;

/// <summary>What generated texts are made of: texts of the labelled sets and everyday words.</summary>
internal static class LabelledTexts
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Data");

    /// <summary>Texts in one language that are labelled as emergencies.</summary>
    public static string[] Emergencies(string language) => Labelled(language, "emergency");

    /// <summary>Texts in one language that need nobody's call.</summary>
    public static string[] Harmless(string language) =>
        [.. Labelled(language, "none"), .. Labelled(language, "selfcare")];

    private static string[] Labelled(string language, string disposition) =>
        [
            .. Directory
                .GetFiles(Folder, "*.tsv")
                .Order(StringComparer.Ordinal)
                .SelectMany(file => File.ReadLines(file).Skip(1))
                .Select(line => line.Split('\t'))
                .Where(row => row.Length >= 6 && row[1] == language && row[5] == disposition)
                .Select(row => row[2]),
        ];

    /// <summary>Everyday words that no phrase and no number of either lexicon names.</summary>
    public static string[] EverydayWords(string language) =>
        [
            .. File.ReadAllText(Path.Combine(Folder, $"common-{language}.txt"))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Where(word =>
                    Shipped.Lexicons.Lexicons.All(lexicon =>
                        !lexicon.Automaton.Knows(word)
                        && !lexicon.Forms.ContainsKey(word)
                        && !lexicon.Numbers.Ordinals.ContainsKey(word)
                        && !lexicon.Grammar.Subjects.Contains(word)
                        && !lexicon.Grammar.FirstPerson.Contains(word)
                    )
                ),
        ];
}
