namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>Finds the numbers of a text, in digits and in English or Spanish words.</summary>
internal static class NumberRecognizer
{
    /// <summary>Finds numbers.</summary>
    /// <param name="text">The text.</param>
    /// <param name="locale">Decides the words and the decimal separator; English where null or unknown.</param>
    /// <param name="withUnits">Whether "5km" is the number 5.</param>
    public static List<NumberMatch> Recognize(string text, string? locale, bool withUnits = false)
    {
        var words = NumberWords.For(locale);
        var lexemes = Lexeme.Cut(text);
        var matches = new List<NumberMatch>();
        var position = 0;
        while (position < lexemes.Count)
        {
            var reader = new SpokenNumber(lexemes, words, locale, withUnits);
            if (reader.Read(position) is not { } value)
            {
                position++;
                continue;
            }

            var start = lexemes[position].Start;
            if (reader.HasMinusSign(text, start))
            {
                value = -value;
                start--;
            }

            matches.Add(new NumberMatch(TextSpan.Of(text, start, lexemes[reader.Position - 1].End), value));
            position = reader.Position;
        }

        return matches;
    }
}
