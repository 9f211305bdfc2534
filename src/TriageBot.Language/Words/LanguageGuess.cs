using System.Collections.Immutable;
using TriageBot.Language.Lexicons;

namespace TriageBot.Language.Words;

/// <summary>Tells the language of a text by its little words and by those that its phrases name; where they do not tell, it is the conversation's.</summary>
internal static class LanguageGuess
{
    /// <summary>A text must show so much more of another language than of the conversation's.</summary>
    private const int Margin = 1;

    private const int SignatureWeight = 2;

    public static Lexicon Of(IReadOnlyList<Token> tokens, ImmutableArray<Lexicon> lexicons, string conversation)
    {
        var home = lexicons.FirstOrDefault(l => l.Language == conversation) ?? lexicons[0];
        var best = home;
        var most = Score(tokens, home) + Margin;
        foreach (var lexicon in lexicons.Where(l => l != home))
        {
            var score = Score(tokens, lexicon);
            if (score >= most && score > 0)
            {
                (best, most) = (lexicon, score);
            }
        }

        return best;
    }

    private static int Score(IReadOnlyList<Token> tokens, Lexicon lexicon) =>
        tokens.Sum(token =>
            (lexicon.Signature.Contains(token.Text) ? SignatureWeight : 0)
            + (lexicon.Automaton.Knows(token.Text) ? 1 : 0)
        );
}
