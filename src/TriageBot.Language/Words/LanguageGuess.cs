using System.Collections.Immutable;
using TriageBot.Language.Lexicons;

namespace TriageBot.Language.Words;

/// <summary>Tells the language of a text by its little words and by those that its phrases name; where they do not tell, it is the conversation's.</summary>
internal static class LanguageGuess
{
    /// <summary>A text must show so much more of another language than of the conversation's.</summary>
    private const int Margin = 1;

    /// <summary>So much more, in so many words, that the writer has gone over to it.</summary>
    private const int ClearMargin = 4;
    private const int FewestWords = 3;

    private const int SignatureWeight = 2;

    /// <returns>The lexicon to read with, and whether the text is beyond doubt in that language.</returns>
    public static (Lexicon Lexicon, bool IsClear) Of(
        List<Token> tokens,
        ImmutableArray<Lexicon> lexicons,
        string conversation
    )
    {
        var home = lexicons.FirstOrDefault(l => l.Language == conversation) ?? lexicons[0];
        var best = home;
        var usual = Score(tokens, home);
        var most = usual + Margin;
        foreach (var lexicon in lexicons.Where(l => l != home))
        {
            var score = Score(tokens, lexicon);
            if (score >= most && score > 0)
            {
                (best, most) = (lexicon, score);
            }
        }

        var isClear = best != home && most >= usual + ClearMargin;
        return (best, isClear && tokens.Count(token => token.Kind == TokenKind.Word) >= FewestWords);
    }

    private static int Score(List<Token> tokens, Lexicon lexicon)
    {
        var score = 0;
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word)
            {
                continue;
            }

            score += lexicon.Signature.Contains(token.Text) ? SignatureWeight : 0;
            score += lexicon.Automaton.Knows(token.Text) ? 1 : 0;
        }

        return score;
    }
}
