using TriageBot.Language.Lexicons;
using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>
/// Takes out what somebody who speaks begins twice: "I've not, I've not been able to, to pee" is "I've not been able to pee". A
/// "no, no" stays: its first word may be the answer and its second the denial. "A weight, you know, on my chest" loses what is
/// said in passing.
/// </summary>
internal static class Stutter
{
    private const int LongestStart = 3;

    public static void TakeOut(List<Token> tokens, Lexicon lexicon)
    {
        var grammar = lexicon.Grammar;
        var kept = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (kept > 0 && IsInPassing(tokens, i, grammar))
            {
                i += 2;
                tokens[i] = tokens[i] with { Before = Break.None };
            }

            var token = tokens[i];
            var longest =
                token.Before == Break.Comma ? LongestStart
                : token.Before == Break.None
                && !grammar.And.Contains(token.Text)
                && !lexicon.Numbers.Values.ContainsKey(token.Text)
                    ? 1
                : 0;
            if (LengthOfRepeated(tokens, kept, i, longest, grammar.Strengthened) is > 0 and var length)
            {
                kept -= length;
                token = token with { Before = tokens[kept].Before };
            }

            tokens[kept++] = token;
        }

        tokens.RemoveRange(kept, tokens.Count - kept);
    }

    /// <summary>", you know,", ", I guess,": two words between commas.</summary>
    private static bool IsInPassing(List<Token> tokens, int i, Grammar grammar) =>
        i + 2 < tokens.Count
        && tokens[i].Before == Break.Comma
        && tokens[i + 1].Before == Break.None
        && tokens[i + 2].Before == Break.Comma
        && grammar.Subjects.Contains(tokens[i].Text)
        && grammar.Courtesies.Contains(tokens[i + 1].Text);

    /// <summary>So many of the last words that were kept are said again from <paramref name="i"/> on; 0 for none.</summary>
    /// <param name="longest">Behind a comma several may; without one, one: "keeps keeps".</param>
    private static int LengthOfRepeated(List<Token> tokens, int kept, int i, int longest, IReadOnlySet<string> nos)
    {
        for (var length = Math.Min(longest, kept); length > 0; length--)
        {
            if (i + length <= tokens.Count && IsRepeated(tokens, kept - length, i, length, nos))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsRepeated(List<Token> tokens, int first, int again, int length, IReadOnlySet<string> nos)
    {
        for (var i = 0; i < length; i++)
        {
            var (said, repeated) = (tokens[first + i], tokens[again + i]);
            var parted = i > 0 && (said.Before != Break.None || repeated.Before != Break.None);
            if (said.Kind != TokenKind.Word || said.Text != repeated.Text || parted)
            {
                return false;
            }
        }

        return length > 1 || !nos.Contains(tokens[again].Text);
    }
}
