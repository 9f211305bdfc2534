using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace TriageBot.Conversation.Phrases;

/// <summary>All that is said in one language, by key. Texts stand in <c>dialogs/phrases/</c>, never in code.</summary>
public sealed class PhraseBook
{
    private readonly FrozenDictionary<string, string> phrases;
    private readonly PhraseBook? fallback;

    internal PhraseBook(string language, IReadOnlyDictionary<string, string> phrases, PhraseBook? fallback)
    {
        Language = language;
        this.phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
        this.fallback = fallback;
    }

    /// <summary>"en", "es".</summary>
    public string Language { get; }

    public ImmutableArray<string> Keys => [.. phrases.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A text, with <c>{placeholders}</c> filled in. A key that is missing in this language is said in the first one.</summary>
    /// <exception cref="KeyNotFoundException">No language has the key: the loader checks the keys that code uses.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = Find(key) ?? throw new KeyNotFoundException($"no phrase '{key}' in {Language}");
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A text, with each placeholder filled in by the value of its name; one that has no value stays as it is.</summary>
    /// <exception cref="KeyNotFoundException">No language has the key.</exception>
    public string Fill(string key, Func<string, string?> valueOf)
    {
        var text = Say(key);
        var open = text.IndexOf('{');
        if (open < 0)
        {
            return text;
        }

        var filled = new StringBuilder(text.Length + 64);
        var said = 0;
        for (; open >= 0; open = text.IndexOf('{', said))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            filled.Append(text, said, open - said);
            filled.Append(valueOf(text[(open + 1)..close]) ?? text[open..(close + 1)]);
            said = close + 1;
        }

        return filled.Append(text, said, text.Length - said).ToString();
    }

    public string? Find(string key) => phrases.GetValueOrDefault(key) ?? fallback?.Find(key);
}
