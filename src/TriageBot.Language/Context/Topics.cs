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

        for (var i = 2; i < tokens.Count; i++)
        {
            if (NamedAgain(tokens, i, grammar) is > 0 and var length)
            {
                tokens.RemoveRange(i, length);
            }

            if (
                i < tokens.Count
                && tokens[i].Before is Break.Comma or Break.Sentence
                && grammar.SaidAgain.TryGetValue(tokens[i].Text, out var remains)
                && IsNamedBefore(tokens, i, grammar)
            )
            {
                SayOnce(tokens, i, remains);
            }
        }
    }

    private static void SayOnce(List<Token> tokens, int i, string remains)
    {
        if (remains.Length > 0)
        {
            tokens[i] = tokens[i] with { Text = remains, Before = Break.None };
        }
        else if (i + 1 < tokens.Count && tokens[i + 1].Before == Break.None)
        {
            tokens.RemoveAt(i);
            tokens[i] = tokens[i] with { Before = Break.None };
        }
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
    /// True where nothing but a name stands before the token in its statement: "my left leg", or, in a sentence before, "it's my
    /// left leg".
    /// </summary>
    private static bool IsNamedBefore(List<Token> tokens, int i, Grammar grammar)
    {
        var start = i - 1;
        while (start > 0 && tokens[start].Before == Break.None && i - start < LongestName)
        {
            start--;
        }

        if (start > 0 && tokens[start].Before == Break.None)
        {
            return false;
        }

        while (
            start < i && (grammar.Courtesies.Contains(tokens[start].Text) || grammar.And.Contains(tokens[start].Text))
        )
        {
            start++;
        }

        var named = tokens[start].Text;
        if (grammar.SaidAgain.TryGetValue(named, out var remains) && start < i)
        {
            start += remains.Length > 0 ? 1 : 2;
        }
        else if (tokens[i].Before == Break.Sentence)
        {
            return false;
        }

        return start < i - 1
            && (grammar.Owners.Contains(tokens[start].Text) || grammar.PassedOver.Contains(tokens[start].Text))
            && !tokens[start..i]
                .Exists(token => grammar.Being.Contains(token.Text) || grammar.Subjects.Contains(token.Text));
    }
}
