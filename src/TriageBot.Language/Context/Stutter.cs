using TriageBot.Language.Words;

namespace TriageBot.Language.Context;

/// <summary>
/// Takes out what somebody who speaks begins twice: "I've not, I've not been able to, to pee" is "I've not been able to pee". A
/// "no, no" stays: its first word may be the answer and its second the denial.
/// </summary>
internal static class Stutter
{
    private const int LongestStart = 3;

    public static void TakeOut(List<Token> tokens, IReadOnlySet<string> nos)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Before == Break.Comma && LengthOfRepeated(tokens, i, nos) is > 0 and var length)
            {
                tokens[i] = tokens[i] with { Before = tokens[i - length].Before };
                tokens.RemoveRange(i - length, length);
                i -= length;
            }
        }
    }

    /// <summary>So many words before the comma stand behind it again; 0 for none.</summary>
    private static int LengthOfRepeated(List<Token> tokens, int comma, IReadOnlySet<string> nos)
    {
        for (var length = LongestStart; length > 0; length--)
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
