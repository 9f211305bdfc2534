using TriageBot.Host.Content;

namespace TriageBot.Host.Tests.Support;

/// <summary>The shipped protocols with ten mistakes, each of another kind.</summary>
internal static class BrokenProtocol
{
    private static readonly (string Right, string Wrong, string Code)[] Mistakes =
    [
        ("route: callback, within: 1h }", "route: calback, within: 1h }", "TP004"),
        ("rephrase: incision-unseen", "rephrase: incision-unsen", "TP024"),
        ("when: { answer: incision, is: [unsure, not-read] }", "when: { answer: incisoin, is: [unsure] }", "TP013"),
        ("temperature: { at-least: raised, below: fever }", "temperature: { at-least: rised, below: fever }", "TP015"),
        ("settled-by-text: false", "settled-by-txt: false", "TP003"),
        ("when: { has: chest_pain, currency: current }", "when: { has: chest_pian, currency: current }", "TP011"),
        ("instruction: legs", "instruction: lgs", "TP017"),
        ("cite: nerves", "cite: nervs", "TP016"),
        ("within: 4h", "within: soon", "TP027"),
        ("- id: hands-off", "- id: wash-hands", "TP006"),
    ];

    /// <summary>Writes them, and returns how each mistake is to be reported: file, line and code.</summary>
    public static IReadOnlyList<string> WriteTo(string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(ContentSettings.Shipped, "protocols")))
        {
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
        }

        var shared = Path.Combine(directory, "shared.yaml");
        var text = File.ReadAllText(shared);
        var reports = new List<string>();
        foreach (var (right, wrong, code) in Mistakes)
        {
            var at = text.IndexOf(right, StringComparison.Ordinal);
            reports.Add($"protocols/shared.yaml:{text[..at].Count(c => c == '\n') + 1} {code}");
            text = string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + right.Length));
        }

        File.WriteAllText(shared, text);
        return reports;
    }
}
