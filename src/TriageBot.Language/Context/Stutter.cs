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
        var nos = grammar.Strengthened;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (IsInPassing(tokens, i, grammar))
            {
                tokens.RemoveRange(i, 2);
                tokens[i] = tokens[i] with { Before = Break.None };
            }

            var longest =
                tokens[i].Before == Break.Comma ? LongestStart
                : tokens[i].Before == Break.None
                && !grammar.And.Contains(tokens[i].Text)
                && !lexicon.Numbers.Values.ContainsKey(tokens[i].Text)
                    ? 1
                : 0;
            if (LengthOfRepeated(tokens, i, longest, nos) is > 0 and var length)
            {
                tokens[i] = tokens[i] with { Before = tokens[i - length].Before };
                tokens.RemoveRange(i - length, length);
                i -= length;
            }
        }
    }

    /// <summary>", you know,", ", I guess,": two words between commas.</summary>
    private static bool IsInPassing(List<Token> tokens, int i, Grammar grammar) =>
        i + 2 < tokens.Count
        && tokens[i].Before == Break.Comma
        && tokens[i + 1].Before == Break.None
        && tokens[i + 2].Before == Break.Comma
        && grammar.Subjects.Contains(tokens[i].Text)
        && grammar.Courtesies.Contains(tokens[i + 1].Text);

    /// <summary>So many words before the comma stand behind it again; 0 for none. Without a comma one word may: "keeps keeps".</summary>
    private static int LengthOfRepeated(List<Token> tokens, int comma, int longest, IReadOnlySet<string> nos)
    {
        for (var length = longest; length > 0; length--)
        {
            if (comma >= length && comma + length <= tokens.Count && IsRepeated(tokens, comma, length, nos))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsRepeated(List<Token> tokens, int comma, int length, IReadOnlySet<string> nos)
    {
        for (var i = 0; i < length; i++)
        {
            var (first, again) = (tokens[comma - length + i], tokens[comma + i]);
            var parted = i > 0 && (first.Before != Break.None || again.Before != Break.None);
            if (first.Kind != TokenKind.Word || first.Text != again.Text || parted)
            {
                return false;
            }
        }

        return length > 1 || !nos.Contains(tokens[comma].Text);
    }
}
