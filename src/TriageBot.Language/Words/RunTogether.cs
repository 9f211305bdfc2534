using TriageBot.Language.Lexicons;

namespace TriageBot.Language.Words;

/// <summary>Parts words written without the blanks between them: "chestpain", "icantbreathe".</summary>
internal static class RunTogether
{
    private const int ShortestWhole = 7;
    private const int ShortestPart = 3;
    private const int LongestOpening = 3;
    private const int ShortestRest = 6;
    private const int ShortestCore = 4;

    /// <summary>Two words of the lexicon that make the whole, or a small word and one or two others; null where several do.</summary>
    public static IReadOnlyList<string>? Part(string word, Lexicon lexicon)
    {
        if (word.Length < ShortestWhole || lexicon.Spelling.IsOrdinary(word))
        {
            return null;
        }

        var pairs = InTwo(word, lexicon, out var pair);
        return pairs == 1 ? pair
            : pairs > 1 ? null
            : Opened(word, lexicon);
    }

    /// <summary>A small word and a core one: "mychest", "elpecho".</summary>
    public static IReadOnlyList<string>? OpensCore(string word, Lexicon lexicon)
    {
        if (lexicon.Spelling.IsOrdinary(word))
        {
            return null;
        }

        for (var i = 1; i <= LongestOpening && word.Length - i >= ShortestCore; i++)
        {
            if (lexicon.Spelling.IsCore(word[i..]) && Opens(word.AsSpan(0, i), lexicon))
            {
                return [word[..i], word[i..]];
            }
        }

        return null;
    }

    private static bool Opens(ReadOnlySpan<char> word, Lexicon lexicon) =>
        lexicon.Grammar.Owners.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)
        || lexicon.Grammar.Subjects.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>A small word and one that is right as it is ("isunbearable"), or a small word and two others.</summary>
    private static string[]? Opened(string word, Lexicon lexicon)
    {
        string[]? found = null;
        for (var i = 1; i <= LongestOpening && word.Length - i >= ShortestRest; i++)
        {
            if (!lexicon.Automaton.Knows(word.AsSpan(0, i)) || (i == 1 && word[0] != 'i'))
            {
                continue;
            }

            if (lexicon.Spelling.IsOrdinary(word[i..]))
            {
                return [word[..i], word[i..]];
            }

            if (InTwo(word[i..], lexicon, out var pair) == 1)
            {
                found = found is null ? [word[..i], .. pair] : [];
            }
        }

        return found is { Length: > 0 } ? found : null;
    }

    /// <summary>How many pairs make the word, and one of them.</summary>
    private static int InTwo(string word, Lexicon lexicon, out string[] pair)
    {
        var letters = word.AsSpan();
        var pairs = 0;
        pair = [];
        for (var i = ShortestPart; i <= word.Length - ShortestPart; i++)
        {
            if (lexicon.Automaton.Knows(letters[..i]) && lexicon.Automaton.Knows(letters[i..]))
            {
                pairs++;
                pair = [word[..i], word[i..]];
            }
        }

        return pairs;
    }
}
