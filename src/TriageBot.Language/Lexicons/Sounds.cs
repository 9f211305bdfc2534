using System.Text;

namespace TriageBot.Language.Lexicons;

/// <summary>
/// How words sound in one language, by the lexicon's list of spellings that sound alike ("v b", "qu k"), so that a word
/// written by ear is found: "kiero" for "quiero", "bomitar" for "vomitar", "feaver" for "fever".
/// </summary>
internal sealed class Sounds
{
    /// <summary>Shorter words sound like too many others.</summary>
    private const int Shortest = 4;

    private readonly List<(string Written, string Heard)> rules = [];
    private readonly Dictionary<string, string?> words = new(StringComparer.Ordinal);

    /// <param name="rules">Pairs with a blank between; a spelling alone is silent. The first that fits at a letter counts.</param>
    /// <param name="known">The words of the lexicon; of two that sound the same neither is meant.</param>
    public Sounds(IEnumerable<string> rules, IEnumerable<string> known)
    {
        foreach (var rule in rules)
        {
            var blank = rule.IndexOf(' ', StringComparison.Ordinal);
            this.rules.Add(blank < 0 ? (rule, "") : (rule[..blank], rule[(blank + 1)..]));
        }

        if (this.rules.Count == 0)
        {
            return;
        }

        foreach (var word in known)
        {
            if (word.Length >= Shortest)
            {
                var sound = Of(word);
                words[sound] = words.TryGetValue(sound, out var other) && other != word ? null : word;
            }
        }
    }

    /// <summary>The one word of the lexicon that sounds like a written one, or null.</summary>
    public string? Meant(string written) =>
        written.Length >= Shortest && words.Count > 0 ? words.GetValueOrDefault(Of(written)) : null;

    private string Of(string word)
    {
        var sound = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; )
        {
            var length = 1;
            var heard = word.AsSpan(i, 1);
            foreach (var (spelling, sounds) in rules)
            {
                if (word.AsSpan(i).StartsWith(spelling, StringComparison.Ordinal))
                {
                    length = spelling.Length;
                    heard = sounds;
                    break;
                }
            }

            // A letter said once is written once or twice: "adicional", "addicional".
            if (heard.Length != 1 || sound.Length == 0 || sound[^1] != heard[0])
            {
                sound.Append(heard);
            }

            i += length;
        }

        return sound.ToString();
    }
}
