using System.Collections.Immutable;
using TriageBot.Language.Words;

namespace TriageBot.Language.Matching;

/// <summary>
/// Reads a phrase of a lexicon: words; <c>&lt;class&gt;</c>; <c>(this|that one)</c>, <c>(perhaps)?</c>; <c>...</c> for up to
/// four other words. Throws <see cref="FormatException"/> with a message for the person who wrote it.
/// </summary>
internal sealed class PhraseParser
{
    private const int WordsInGap = 4;

    private readonly string text;
    private int at;

    private readonly Dictionary<string, string[]> forms;

    private PhraseParser(string text, Dictionary<string, string[]> forms)
    {
        this.text = text;
        this.forms = forms;
    }

    /// <param name="text">The phrase.</param>
    /// <param name="forms">Short and misspelt forms, written out here as they are in a patient's text.</param>
    public static Part[] Parse(string text, Dictionary<string, string[]> forms)
    {
        var parser = new PhraseParser(text, forms);
        var parts = parser.ReadSequence();
        return parser.at < text.Length
            ? throw new FormatException($"'{text[parser.at]}' at character {parser.at + 1} closes nothing")
            : parts;
    }

    private Part[] ReadSequence()
    {
        var parts = new List<Part>();
        while (at < text.Length && text[at] is not (')' or '|'))
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '(')
            {
                parts.Add(ReadChoices());
            }
            else if (text[at] == '<')
            {
                parts.Add(ReadClass());
            }
            else
            {
                ReadWord(parts);
            }
        }

        return parts.ToArray();
    }

    private Part.OneOf ReadChoices()
    {
        var choices = new List<Part[]>();
        do
        {
            at++;
            choices.Add(ReadSequence());
        } while (at < text.Length && text[at] == '|');

        if (at >= text.Length)
        {
            throw new FormatException("a '(' is not closed by ')'");
        }

        at++;
        if (at < text.Length && text[at] == '?')
        {
            at++;
            choices.Add([]);
        }

        return new Part.OneOf(choices.ToArray());
    }

    private Part.Class ReadClass()
    {
        var end = text.IndexOf('>', at);
        if (end < 0)
        {
            throw new FormatException("a '<' is not closed by '>'");
        }

        var name = text[(at + 1)..end];
        at = end + 1;
        return new Part.Class(name);
    }

    private void ReadWord(List<Part> parts)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '|' or '<'))
        {
            at++;
        }

        var word = text[start..at];
        if (word is "..." or "…")
        {
            parts.Add(new Part.Gap(WordsInGap));
            return;
        }

        if (word.EndsWith('?') || (at < text.Length && text[at] == '('))
        {
            throw new FormatException($"'{word}': write the whole word, and (word)? where it may be left out");
        }

        if (!word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            AddWritten(word, parts);
            return;
        }

        var cut = Tokenizer.Cut(word);
        if (cut.Count == 0)
        {
            throw new FormatException($"'{word}' has no letter or digit");
        }

        foreach (var token in cut)
        {
            AddWritten(token.Text, parts);
        }
    }

    private void AddWritten(string word, List<Part> parts)
    {
        if (!forms.TryGetValue(word, out var written))
        {
            parts.Add(new Part.Word(word));
            return;
        }

        foreach (var full in written)
        {
            parts.Add(new Part.Word(full));
        }
    }
}
