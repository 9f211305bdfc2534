namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>How choices are written into a text. A null property means the English default.</summary>
public class ChoiceFactoryOptions
{
    /// <summary>Makes options with the English defaults.</summary>
    public ChoiceFactoryOptions() { }

    /// <summary>Makes options.</summary>
    /// <param name="inlineSeparator">Stands between choices: ", ".</param>
    /// <param name="inlineOr">Stands between two choices: " or ".</param>
    /// <param name="inlineOrMore">Stands before the last of three or more: ", or ".</param>
    /// <param name="includeNumbers">Whether each choice bears its number.</param>
    public ChoiceFactoryOptions(string? inlineSeparator, string? inlineOr, string? inlineOrMore, bool? includeNumbers)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    /// <summary>Stands between choices; ", " where it is null.</summary>
    public string? InlineSeparator { get; set; }

    /// <summary>Stands between the choices where there are two; " or " where it is null.</summary>
    public string? InlineOr { get; set; }

    /// <summary>Stands before the last choice where there are three or more; ", or " where it is null.</summary>
    public string? InlineOrMore { get; set; }

    /// <summary>Whether each choice bears its number; true where it is null.</summary>
    public bool? IncludeNumbers { get; set; }
}
