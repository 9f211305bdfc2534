namespace TriageBot.Language.Lexicons;

/// <summary>
/// How words sound in one language, by the lexicon's list of spellings that sound alike ("v b", "qu k"), so that a word
/// written by ear is found: "kiero" for "quiero", "bomitar" for "vomitar", "feaver" for "fever".
/// </summary>
internal sealed class Sounds
{
    /// <summary>Shorter words sound like too many others.</summary>
    private const int Shortest = 4;

    /// <summary>A longer word sounds like its beginning.</summary>
    private const int Longest = 40;

    private const int Letters = 128;

    /// <summary>By first letter, in the order in which they count.</summary>
    private readonly List<Rule>?[] rules = new List<Rule>?[Letters];
    private static readonly List<Rule> none = [];

    private readonly Dictionary<string, string?> words = new(StringComparer.Ordinal);

    /// <param name="rules">Pairs with a blank between; a spelling alone is silent. The first that fits at a letter counts.</param>
    /// <param name="known">The words of the lexicon; of two that sound the same neither is meant.</param>
    public Sounds(IEnumerable<string> rules, IEnumerable<string> known)
    {
        var hasRules = false;
        foreach (var rule in rules)
        {
            var blank = rule.IndexOf(' ', StringComparison.Ordinal);
            if (rule[0] < Letters)
            {
                (this.rules[rule[0]] ??= []).Add(
                    blank < 0 ? new Rule(rule, "") : new Rule(rule[..blank], rule[(blank + 1)..])
                );
            }

            hasRules = true;
        }

        if (!hasRules)
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
        Span<char> sound = stackalloc char[2 * Longest];
        var count = 0;
        for (var i = 0; i < word.Length && count < Longest; )
        {
            var length = 1;
            var heard = word.AsSpan(i, 1);
            foreach (var rule in (word[i] < Letters ? rules[word[i]] : null) ?? none)
            {
                if (word.AsSpan(i).StartsWith(rule.Written, StringComparison.Ordinal))
                {
                    length = rule.Written.Length;
                    heard = rule.Heard.AsSpan(0, Math.Min(rule.Heard.Length, Longest));
                    break;
                }
            }

            // A letter said once is written once or twice: "adicional", "addicional".
            if (heard.Length != 1 || count == 0 || sound[count - 1] != heard[0])
            {
                heard.CopyTo(sound[count..]);
                count += heard.Length;
            }

            i += length;
        }

        return new string(sound[..count]);
    }

    private sealed record Rule(string Written, string Heard);
}
