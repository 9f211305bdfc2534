namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>The choice that was read from what the user wrote.</summary>
public class FoundChoice
{
    /// <summary>The chosen <see cref="Choice.Value"/>.</summary>
    public string Value { get; set; } = null!;

    /// <summary>Its position in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>How well the text matched: above 0, and 1 for a full match.</summary>
    public float Score { get; set; }

    /// <summary>The word that matched; null when the choice was made by number or position.</summary>
    public string? Synonym { get; set; }
}
