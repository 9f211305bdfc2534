using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>
/// Joins what is named first and then spoken of: "my left leg, it gives out" and "It's my left leg. It gives out" become "my left
/// leg gives out"; ", the left one," goes, which names nothing new.
/// </summary>
internal static class Topics
{
    /// <summary>"the right side of my body"</summary>
    private const int LongestName = 6;

    public static void Join(List<Token> tokens, Lexicon lexicon)
    {
        var grammar = lexicon.Grammar;
        if (grammar.SaidAgain.Count == 0)
        {
            return;
        }

        var kept = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            i += NamedAgain(tokens, i, grammar);
            var token = tokens[i];
            if (
                token.Before is Break.Comma or Break.Sentence
                && grammar.SaidAgain.TryGetValue(token.Text, out var remains)
                && IsNamedBefore(tokens, kept, token.Before, grammar)
            )
            {
                if (remains.Length > 0)
                {
                    token = token with { Text = remains, Before = Break.None };
                }
                else if (i + 1 < tokens.Count && tokens[i + 1].Before == Break.None)
                {
                    token = tokens[++i] with { Before = Break.None };
                }
            }

            tokens[kept++] = token;
        }

        tokens.RemoveRange(kept, tokens.Count - kept);
    }

    /// <summary>The length of ", the left one" at a token; 0 where it is none.</summary>
    private static int NamedAgain(List<Token> tokens, int i, Grammar grammar)
    {
        if (tokens[i].Before != Break.Comma || !grammar.Owners.Contains(tokens[i].Text))
        {
            return 0;
        }

        for (var end = i + 1; end < tokens.Count && end <= i + 2 && tokens[end].Before == Break.None; end++)
        {
            if (grammar.StandsFor.Contains(tokens[end].Text))
            {
                return end + 1 < tokens.Count && tokens[end + 1].Before != Break.None ? end + 1 - i : 0;
            }
        }

        return 0;
    }

    /// <summary>
    /// True where nothing but a name stands before the break in its statement: "my left leg", or, in a sentence before, "it's my
    /// left leg".
    /// </summary>
    private static bool IsNamedBefore(List<Token> tokens, int end, Break before, Grammar grammar)
    {
        var start = end - 1;
        while (start > 0 && tokens[start].Before == Break.None && end - start < LongestName)
        {
            start--;
        }

        if (start < 0 || (start > 0 && tokens[start].Before == Break.None))
        {
            return false;
        }

        while (
            start < end && (grammar.Courtesies.Contains(tokens[start].Text) || grammar.And.Contains(tokens[start].Text))
        )
        {
            start++;
        }

        if (start < end && grammar.SaidAgain.TryGetValue(tokens[start].Text, out var remains))
        {
            start += remains.Length > 0 ? 1 : 2;
        }
        else if (before == Break.Sentence)
        {
            return false;
        }

        return start < end - 1
            && (grammar.Owners.Contains(tokens[start].Text) || grammar.PassedOver.Contains(tokens[start].Text))
            && !tokens[start..end]
                .Exists(token => grammar.Being.Contains(token.Text) || grammar.Subjects.Contains(token.Text));
    }
}
