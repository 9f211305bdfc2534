namespace TriageBot.BotFramework.Dialogs.Prompts;

/// <summary>The words that prompts need in a culture.</summary>
public class PromptCultureModel
{
    /// <summary>The culture, in lower case: <c>es-es</c>.</summary>
    public string Locale { get; set; } = null!;

    /// <summary>Stands between choices.</summary>
    public string Separator { get; set; } = null!;

    /// <summary>Stands between two choices.</summary>
    public string InlineOr { get; set; } = null!;

    /// <summary>Stands before the last of three or more choices.</summary>
    public string InlineOrMore { get; set; } = null!;

    /// <summary>"Yes".</summary>
    public string YesInLanguage { get; set; } = null!;

    /// <summary>"No".</summary>
    public string NoInLanguage { get; set; } = null!;
}
