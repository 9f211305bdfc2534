using System.Collections.Frozen;
using System.Collections.Immutable;

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

    public string? Find(string key) => phrases.GetValueOrDefault(key) ?? fallback?.Find(key);
}
