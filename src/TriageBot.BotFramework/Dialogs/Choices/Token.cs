namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>A word of a text, and where it stands.</summary>
public class Token
{
    /// <summary>Index of its first character, from 0.</summary>
    public int Start { get; set; }

    /// <summary>Index of its last character, inclusive.</summary>
    public int End { get; set; }

    /// <summary>The word as written.</summary>
    public string Text { get; set; } = null!;

    /// <summary>The word as compared: in lower case.</summary>
    public string Normalized { get; set; } = null!;
}
