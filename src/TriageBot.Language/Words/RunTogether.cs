using TriageBot.Language.Lexicons;

namespace TriageBot.Language.Words;

/// <summary>Parts words written without the blank between them: "chestpain", "cantbreathe".</summary>
internal static class RunTogether
{
    private const int ShortestWhole = 7;
    private const int ShortestPart = 3;

    /// <summary>Two words of the lexicon that make the whole, or null where no two or several pairs do.</summary>
    public static IReadOnlyList<string>? Part(string word, Lexicon lexicon)
    {
        if (word.Length < ShortestWhole || lexicon.Spelling.IsOrdinary(word))
        {
            return null;
        }

        string[]? found = null;
        var letters = word.AsSpan();
        for (var i = ShortestPart; i <= word.Length - ShortestPart; i++)
        {
            if (lexicon.Automaton.Knows(letters[..i]) && lexicon.Automaton.Knows(letters[i..]))
            {
                if (found is not null)
                {
                    return null;
                }

                found = [word[..i], word[i..]];
            }
        }

        return found;
    }
}
