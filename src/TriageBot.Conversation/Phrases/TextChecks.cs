using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TriageBot.Language;
using TriageBot.Protocols;
using TriageBot.Protocols.Reading;

namespace TriageBot.Conversation.Phrases;

/// <summary>Checks each text as the patient gets it: whether it can be read, what it costs, and what it invites to send.</summary>
public static partial class TextChecks
{
    private const string Samples =
        "organization=Hill Hospital;line=423-555-0100;emergency=911;crisis=988;digits=0142;"
        + "now=3:10 PM;clock=4:10 PM;day=today;why=chest pain";

    private static readonly Dictionary<string, string[]> MustName = new(StringComparer.Ordinal)
    {
        ["greeting"] = ["emergency"],
        ["emergency.suicide"] = ["crisis", "emergency"],
        ["emergency.crisis"] = ["crisis"],
        ["emergency.nurse"] = ["emergency", "digits"],
        ["emergency.nurse.no-number"] = ["emergency"],
        ["emergency.nurse.no-promise"] = ["emergency", "line"],
        ["emergency.unclear"] = ["emergency"],
        ["callback.promise"] = ["clock", "day", "digits", "line", "emergency"],
        ["callback.no-number"] = ["line", "emergency"],
        ["callback.no-promise"] = ["line", "emergency"],
        ["callback.refused"] = ["line", "emergency"],
        ["callback.missed"] = ["clock", "day", "line", "emergency"],
        ["callback.missed.call-now"] = ["line", "emergency"],
        ["silence"] = ["line", "emergency"],
        ["failed"] = ["line", "emergency"],
        ["help"] = ["line", "emergency"],
        ["opt-out"] = ["line", "emergency"],
    };

    /// <param name="directory">The folder of <c>en.yaml</c>, <c>es.yaml</c>; exceptions stand in <c>exceptions/</c> below it.</param>
    /// <param name="protocols">What asks these questions and gives these instructions.</param>
    /// <param name="reader">Reads what the questions say; null where its own files have mistakes.</param>
    /// <param name="defects">Receives what is wrong.</param>
    /// <returns>How many texts were checked.</returns>
    public static int Read(
        string directory,
        IReadOnlyList<Protocol> protocols,
        PatientReader? reader,
        List<Defect> defects
    )
    {
        var count = 0;
        ImmutableHashSet<string> alone = [.. protocols.SelectMany(p => p.Instructions).Select(id => $"emergency.{id}")];
        var sense = reader is null ? null : new QuestionSense(protocols, reader);
        foreach (var file in Directory.EnumerateFiles(directory, "*.yaml").Order(StringComparer.Ordinal))
        {
            var language = Path.GetFileNameWithoutExtension(file);
            // What is not readable at all was reported when the books were read.
            var found = new List<Defect>();
            var texts = Node.Parse($"phrases/{language}.yaml", File.ReadAllText(file), found, "PH003").Entries.ToList();
            found.Clear();
            var excepted = Exceptions(directory, language, defects);
            foreach (var (key, node) in texts)
            {
                count++;
                CheckNames(key, node, alone.Contains(key));
                Check(language, key, Filled(node.Scalar ?? ""), node, excepted.Contains(key), alone.Contains(key));
            }

            CheckTwins(texts);
            sense?.Check(
                language,
                texts.DistinctBy(text => text.Key).ToDictionary(text => text.Key, text => text.Value)
            );
            defects.AddRange(found);
        }

        return count;
    }

    /// <summary>True for mistakes by which a patient who reads and answers rightly is sent wrongly, or left alone.</summary>
    public static bool Misleads(string code) => code is "PH012" or "PH013" or "PH014" or "PH015" or "PH016";

    private static void Check(string language, string key, string text, Node node, bool isExcepted, bool isAlone)
    {
        if (!isExcepted && Readability.TooHard(language, text) is { } hard)
        {
            node.Report("PH007", $"'{key}' is hard to read: {hard}, in shorter sentences and words");
        }

        if (isAlone)
        {
            foreach (var (code, message) in InstructionTexts.Mistakes(key, text))
            {
                node.Report(code, message);
            }
        }

        if (IsAsked(key) && Carrier().Match(text) is { Success: true, Value: var word })
        {
            node.Report(
                "PH010",
                $"'{key}' invites '{word}', a word that phone companies act on; say it in another way"
            );
        }
    }

    // A text in which the number or the time is missing leaves the patient alone with it, in every language at once.
    private static void CheckNames(string key, Node node, bool isInstruction)
    {
        var needed = MustName.GetValueOrDefault(key, isInstruction ? ["emergency"] : []);
        foreach (
            var name in needed.Where(name => node.Scalar?.Contains($"{{{name}}}", StringComparison.Ordinal) != true)
        )
        {
            node.Report("PH015", $"'{key}' must name {{{name}}}: whoever reads it has nothing else to go by");
        }
    }

    private static void CheckTwins(List<(string Key, Node Node)> texts)
    {
        var labels = texts.Where(text =>
            text.Key.Split('.') is [not "emergency", _, not "tail", ..] && IsAsked(text.Key)
        );
        foreach (
            var (key, node) in labels
                .GroupBy(l => (Parent(l.Key), l.Node.Scalar?.Trim().ToUpperInvariant()))
                .SelectMany(g => g.Skip(1))
        )
        {
            node.Report("PH011", $"'{key}' says the same as another option of its question; word it in its own way");
        }

        static string Parent(string key) => key[..key.LastIndexOf('.')];
    }

    /// <summary>Texts that may be hard to read, each with its reason: exact clinical wording that binds.</summary>
    private static ImmutableHashSet<string> Exceptions(string directory, string language, List<Defect> defects)
    {
        var file = Path.Combine(directory, "exceptions", $"{language}.yaml");
        return File.Exists(file)
            ?
            [
                .. Node.Parse($"phrases/exceptions/{language}.yaml", File.ReadAllText(file), defects, "PH003")
                    .Entries.Select(entry => entry.Key),
            ]
            : [];
    }

    private static string Filled(string text)
    {
        var values = Samples.Split(';').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return values.Aggregate(
            text.Trim(),
            (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal)
        );
    }

    private static bool IsAsked(string key) =>
        key.Split('.')[0] is "q" or "contact" or "option" or "tail" or "unread" or "ambiguous" or "impossible";

    // Some reserved words are plain words as well; they count as what is to be sent: "1 = yes" invites a number.
    [GeneratedRegex(
        @"\b(stop(ped|s|all)?|unsubscribe|cancel|quit|revoke|opt-?out|remove|unstop)\b"
            + @"|(?<=\b(say|send|reply|text|type|write|mande|diga|escriba) )(yes|help|info|start|end)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Carrier();
}
