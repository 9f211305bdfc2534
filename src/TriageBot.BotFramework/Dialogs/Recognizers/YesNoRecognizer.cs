namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>Reads yes and no in English and Spanish words, and thumbs up and down in any language.</summary>
internal static class YesNoRecognizer
{
    // Phrases come before the words that they contain.
    private static readonly (string Phrase, YesNo Meaning)[] EnglishPhrases =
    [
        ("not sure", YesNo.Unsure),
        ("not really sure", YesNo.Unsure),
        ("no idea", YesNo.Unsure),
        ("not ok", YesNo.No),
        ("not true", YesNo.No),
        ("don't agree", YesNo.No),
        ("true", YesNo.Yes),
        ("yes", YesNo.Yes),
        ("yep", YesNo.Yes),
        ("yup", YesNo.Yes),
        ("yeah", YesNo.Yes),
        ("y", YesNo.Yes),
        ("sure", YesNo.Yes),
        ("ok", YesNo.Yes),
        ("okay", YesNo.Yes),
        ("agree", YesNo.Yes),
        ("correct", YesNo.Yes),
        ("false", YesNo.No),
        ("nope", YesNo.No),
        ("nop", YesNo.No),
        ("no", YesNo.No),
        ("nah", YesNo.No),
        ("n", YesNo.No),
        ("disagree", YesNo.No),
    ];

    private static readonly (string Phrase, YesNo Meaning)[] SpanishPhrases =
    [
        ("no se", YesNo.Unsure),
        ("no estoy segura", YesNo.Unsure),
        ("no estoy seguro", YesNo.Unsure),
        ("ni idea", YesNo.Unsure),
        ("no es cierto", YesNo.No),
        ("no es verdad", YesNo.No),
        ("de acuerdo", YesNo.Yes),
        ("si", YesNo.Yes),
        ("s", YesNo.Yes),
        ("verdad", YesNo.Yes),
        ("verdadero", YesNo.Yes),
        ("cierto", YesNo.Yes),
        ("claro", YesNo.Yes),
        ("ok", YesNo.Yes),
        ("vale", YesNo.Yes),
        ("correcto", YesNo.Yes),
        ("no", YesNo.No),
        ("n", YesNo.No),
        ("nop", YesNo.No),
        ("falso", YesNo.No),
    ];

    private static readonly (string Sign, YesNo Meaning)[] Signs =
    [
        ("👍", YesNo.Yes),
        ("👌", YesNo.Yes),
        ("👎", YesNo.No),
        ("✋", YesNo.No),
        ("🖐", YesNo.No),
    ];

    /// <summary>Reads the first yes or no of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="locale">Spanish reads Spanish words; everything else English ones.</param>
    public static YesNo Recognize(string text, string? locale)
    {
        var phrases = NumberWords.For(locale) == SpanishNumberWords.Instance ? SpanishPhrases : EnglishPhrases;
        var words = Lexeme.Cut(text).ConvertAll(lexeme => lexeme.Word.Replace('’', '\''));
        for (var position = 0; position < words.Count; position++)
        {
            foreach (var (phrase, meaning) in phrases)
            {
                if (StandsAt(words, position, phrase.Split(' ')))
                {
                    return meaning;
                }
            }
        }

        return Array.Find(Signs, sign => text.Contains(sign.Sign, StringComparison.Ordinal)).Meaning;
    }

    private static bool StandsAt(List<string> words, int position, string[] phrase) =>
        position + phrase.Length <= words.Count
        && !phrase.Where((word, index) => words[position + index] != word).Any();
}
