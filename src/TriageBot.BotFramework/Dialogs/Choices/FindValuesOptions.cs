namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>How words are searched for in a text.</summary>
public class FindValuesOptions
{
    /// <summary>True to accept a value of which only some words occur; false by default.</summary>
    public bool AllowPartialMatches { get; set; }

    /// <summary>The culture of the text; English where it is null.</summary>
    public string? Locale { get; set; }

    /// <summary>How many other words may stand between two words of a value; 2 where it is null.</summary>
    public int? MaxTokenDistance { get; set; }

    /// <summary>
    /// Splits the text and the values into words; <see cref="Choices.Tokenizer.DefaultTokenizer"/> where it is null.
    /// </summary>
    public TokenizerFunction? Tokenizer { get; set; }
}
