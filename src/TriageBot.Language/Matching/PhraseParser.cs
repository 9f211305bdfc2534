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

    private readonly Dictionary<string, string[]> forms;

    // A lexicon has few words and says them in many phrases.
    private readonly Dictionary<string, Part.Word> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Part.Word>.AlternateLookup<ReadOnlySpan<char>> known;

    /// <summary>The parts of all sequences that are open, the outer ones first.</summary>
    private readonly List<Part> open = [];

    private string text = "";
    private int at;

    /// <param name="forms">Short and misspelt forms, written out here as they are in a patient's text.</param>
    public PhraseParser(Dictionary<string, string[]> forms)
    {
        this.forms = forms;
        known = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="phrase">The phrase.</param>
    public Part[] Parse(string phrase)
    {
        text = phrase;
        at = 0;
        open.Clear();
        var parts = ReadSequence();
        return at < text.Length
            ? throw new FormatException($"'{text[at]}' at character {at + 1} closes nothing")
            : parts;
    }

    private Part[] ReadSequence()
    {
        var first = open.Count;
        while (at < text.Length && text[at] is not (')' or '|'))
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '(')
            {
                open.Add(ReadChoices());
            }
            else if (text[at] == '<')
            {
                open.Add(ReadClass());
            }
            else
            {
                ReadWord();
            }
        }

        var parts = new Part[open.Count - first];
        open.CopyTo(first, parts, 0, parts.Length);
        open.RemoveRange(first, parts.Length);
        return parts;
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

    private void ReadWord()
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or '|' or '<'))
        {
            at++;
        }

        var word = text.AsSpan(start, at - start);
        if (word is "..." or "…")
        {
            open.Add(new Part.Gap(WordsInGap));
            return;
        }

        if (word.EndsWith("?", StringComparison.Ordinal) || (at < text.Length && text[at] == '('))
        {
            throw new FormatException($"'{word}': write the whole word, and (word)? where it may be left out");
        }

        if (Folding.IsPlain(word))
        {
            AddWritten(word);
            return;
        }

        var cut = Tokenizer.Cut(word.ToString());
        if (cut.Count == 0)
        {
            throw new FormatException($"'{word}' has no letter or digit");
        }

        foreach (var token in cut)
        {
            AddWritten(token.Text);
        }
    }

    private void AddWritten(ReadOnlySpan<char> word)
    {
        if (!known.TryGetValue(word, out var part))
        {
            var own = word.ToString();
            words[own] = part = new Part.Word(own);
        }

        if (!forms.TryGetValue(part.Text, out var written))
        {
            open.Add(part);
            return;
        }

        foreach (var full in written)
        {
            open.Add(new Part.Word(full));
        }
    }
}
