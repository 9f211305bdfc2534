using System.Text;
using TriageBot.Language.Lexicons;

namespace TriageBot.Language.Words;

/// <summary>
/// Turns the tokens of a text into the words that one lexicon knows: texting forms written out, drawn-out letters
/// shortened, digits parted from letters, hesitations taken out and, where asked for, misspellings corrected.
/// </summary>
internal static class Preparation
{
    public static List<Token> Prepare(List<Token> raw, Lexicon lexicon, bool correct, int mostCorrections)
    {
        var words = new List<Token>(raw.Count + 8);
        var carried = Break.None;
        var hesitated = false;
        for (var i = 0; i < raw.Count; i++)
        {
            var token = raw[i];
            if (token.Kind == TokenKind.Word && Disguised.Split(raw, i, lexicon, out var whole) is > 1 and var pieces)
            {
                var last = raw[i + pieces - 1];
                token = token with { Text = whole, Length = last.End - token.Start, EndsQuestion = last.EndsQuestion };
                i += pieces - 1;
            }

            if (lexicon.Grammar.Hesitations.Contains(token.Text))
            {
                carried = Wider(carried, token.Before);
                hesitated = true;
                if (token.EndsQuestion && words.Count > 0)
                {
                    words[^1] = words[^1] with { EndsQuestion = true };
                }

                continue;
            }

            // The commas around a hesitation part nothing: "i've been, um, dizzy".
            var before = Wider(token.Before, carried);
            var next = token with { Before = hesitated && before == Break.Comma ? Break.None : before };
            carried = Break.None;
            hesitated = false;
            if (!AddClipped(words, next, lexicon) && !AddKnown(words, next, lexicon))
            {
                AddUnknown(words, next, lexicon, correct && mostCorrections-- > 0);
            }
        }

        return words;
    }

    /// <summary>"My foot's asleep" is one foot that is asleep, and not feet; "wife's" and "it's" stay as they are.</summary>
    private static bool AddClipped(List<Token> words, Token token, Lexicon lexicon)
    {
        if (
            token.Clipped == 0
            || !lexicon.Grammar.Clipped.TryGetValue(token.Text[^token.Clipped..], out var full)
            || lexicon.Grammar.Unclipped.Contains(token.Text)
            || lexicon.Forms.ContainsKey(token.Text)
        )
        {
            return false;
        }

        var word = token.Text[..^token.Clipped];
        if (!lexicon.Automaton.Knows(word))
        {
            return false;
        }

        AddAll(words, token, [word, full]);
        return true;
    }

    private static void Add(List<Token> words, Token token, Lexicon lexicon)
    {
        if (!AddKnown(words, token, lexicon))
        {
            AddUnknown(words, token, lexicon, correct: false);
        }
    }

    /// <summary>False for a word that the lexicon does not know as it stands.</summary>
    private static bool AddKnown(List<Token> words, Token token, Lexicon lexicon)
    {
        if (lexicon.Forms.TryGetValue(token.Text, out var written))
        {
            AddAll(words, token, written);
            return true;
        }

        if (token.Kind != TokenKind.Word || lexicon.Automaton.Knows(token.Text))
        {
            words.Add(token);
            return true;
        }

        return false;
    }

    private static void AddUnknown(List<Token> words, Token token, Lexicon lexicon, bool correct)
    {
        if (token.Text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            if (Disguised.ByDigits(token.Text, lexicon) is { } spelled)
            {
                words.Add(token with { Text = spelled });
                return;
            }

            AddRuns(words, token, lexicon);
        }
        else if (Shortened(token.Text, lexicon) is { } plain)
        {
            Add(words, token with { Text = plain }, lexicon);
        }
        else if (token.Text.EndsWith("in", StringComparison.Ordinal) && lexicon.Automaton.Knows(token.Text + "g"))
        {
            words.Add(token with { Text = token.Text + "g" });
        }
        else if (correct && ByEar(token.Text, lexicon) is { } heard)
        {
            Add(words, token with { Text = heard }, lexicon);
        }
        else if (correct && RunTogether.OpensCore(token.Text, lexicon) is { } opened)
        {
            AddAll(words, token, opened);
        }
        else if (correct && lexicon.Spelling.Correct(token.Text) is { } meant)
        {
            Add(words, token with { Text = meant }, lexicon);
        }
        else if (correct && RunTogether.Part(token.Text, lexicon) is { } parts)
        {
            AddAll(words, token, parts);
        }
        else
        {
            words.Add(token);
        }
    }

    /// <summary>A word written as it sounds; one that is right as it is means itself.</summary>
    private static string? ByEar(string word, Lexicon lexicon) =>
        lexicon.Spelling.IsOrdinary(word) ? null : lexicon.Sounds.Meant(word);

    private static void AddAll(List<Token> words, Token token, IReadOnlyList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            words.Add(
                token with
                {
                    Text = texts[i],
                    Before = i == 0 ? token.Before : Break.None,
                    EndsQuestion = token.EndsQuestion && i == texts.Count - 1,
                    Kind = char.IsAsciiDigit(texts[i][0]) ? TokenKind.Number : TokenKind.Word,
                }
            );
        }
    }

    /// <summary>"102f" is a number and a letter.</summary>
    private static void AddRuns(List<Token> words, Token token, Lexicon lexicon)
    {
        var start = 0;
        for (var i = 1; i <= token.Text.Length; i++)
        {
            if (i < token.Text.Length && IsDigit(token.Text[i]) == IsDigit(token.Text[start]))
            {
                continue;
            }

            var text = token.Text[start..i];
            var exact = token.Length == token.Text.Length;
            var run = token with
            {
                Text = text,
                Start = exact ? token.Start + start : token.Start,
                Length = exact ? text.Length : token.Length,
                Before = start == 0 ? token.Before : Break.None,
                Kind = IsDigit(text[0]) ? TokenKind.Number : TokenKind.Word,
                EndsQuestion = token.EndsQuestion && i == token.Text.Length,
            };
            if (run.Kind == TokenKind.Word && lexicon.Forms.TryGetValue(text, out var written))
            {
                AddAll(words, run, written);
            }
            else
            {
                words.Add(run);
            }

            start = i;
        }

        static bool IsDigit(char c) => char.IsDigit(c) || c is '.' or ',';
    }

    /// <summary>"sooo" and "yesss", with two letters of each run and then with one.</summary>
    private static string? Shortened(string word, Lexicon lexicon)
    {
        if ((!HasRun(word, 3) && !(HasRun(word, 2) && word.Length <= 4)) || lexicon.Spelling.IsOrdinary(word))
        {
            return null;
        }

        var twice = Shorten(word, 2);
        var once = Shorten(word, 1);
        return IsKnown(twice) ? twice
            : IsKnown(once) ? once
            : null;

        bool IsKnown(string shorter) =>
            shorter != word && (lexicon.Automaton.Knows(shorter) || lexicon.Forms.ContainsKey(shorter));
    }

    private static bool HasRun(string word, int length)
    {
        var run = 1;
        for (var i = 1; i < word.Length; i++)
        {
            run = word[i] == word[i - 1] ? run + 1 : 1;
            if (run >= length)
            {
                return true;
            }
        }

        return false;
    }

    private static string Shorten(string word, int most)
    {
        var kept = new StringBuilder(word.Length);
        var run = 0;
        for (var i = 0; i < word.Length; i++)
        {
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run <= most)
            {
                kept.Append(word[i]);
            }
        }

        return kept.ToString();
    }

    private static Break Wider(Break left, Break right) => left > right ? left : right;
}
