namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>Finds positions in a text: "2nd", "the second", "twenty-first", "last"; the same in Spanish.</summary>
internal static class OrdinalRecognizer
{
    /// <summary>Finds positions.</summary>
    /// <param name="text">The text.</param>
    /// <param name="locale">Decides the words; English where null or unknown.</param>
    public static List<OrdinalMatch> Recognize(string text, string? locale)
    {
        var words = NumberWords.For(locale);
        var lexemes = Lexeme.Cut(text);
        var matches = new List<OrdinalMatch>();
        var position = 0;
        while (position < lexemes.Count)
        {
            if (ReadAt(lexemes, position, words) is { } found)
            {
                var span = TextSpan.Of(text, lexemes[position].Start, lexemes[position + found.Length - 1].End);
                matches.Add(new OrdinalMatch(span, found.Value, found.IsFromEnd));
                position += found.Length;
            }
            else
            {
                position++;
            }
        }

        return matches;
    }

    private static (int Length, decimal Value, bool IsFromEnd)? ReadAt(
        List<Lexeme> lexemes,
        int position,
        NumberWords words
    )
    {
        foreach (var (phrase, fromEnd) in words.FromEnd)
        {
            if (phrase.Select((word, index) => WordAt(lexemes, position + index) == word).All(same => same))
            {
                return (phrase.Length, fromEnd, true);
            }
        }

        var first = lexemes[position];
        if (words.Ordinals.TryGetValue(first.Word, out var ordinal))
        {
            return (1, ordinal, false);
        }

        if (position + 1 == lexemes.Count)
        {
            return null;
        }

        var second = lexemes[position + 1];
        if (first.IsDigits && second.Gap is "" or "." && words.OrdinalSuffixes.Contains(second.Text.ToLowerInvariant()))
        {
            return Numeral.Read(first.Text, locale: null) is { } value ? (2, value, false) : null;
        }

        return
            second.JoinsPrevious
            && words.Small.TryGetValue(first.Word, out var tens)
            && tens is >= 20 and <= 90
            && words.Ordinals.TryGetValue(second.Word, out var unit)
            && unit < 10
            ? (2, tens + unit, false)
            : null;
    }

    private static string? WordAt(List<Lexeme> lexemes, int position) =>
        position < lexemes.Count ? lexemes[position].Word : null;
}
