namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>How a list of choices is shown to the user.</summary>
public enum ListStyle
{
    /// <summary>The choices are not shown.</summary>
    None,

    /// <summary>The style that suits the channel and the number and length of the choices.</summary>
    Auto,

    /// <summary>In the sentence: "(1) red, (2) green, or (3) blue".</summary>
    Inline,

    /// <summary>One line each, numbered or with dashes.</summary>
    List,

    /// <summary>Buttons that vanish after the answer.</summary>
    SuggestedAction,

    /// <summary>A card with buttons.</summary>
    HeroCard,
}
