namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>A searched word that was found in what the user wrote.</summary>
public class FoundValue
{
    /// <summary>The word that matched.</summary>
    public string Value { get; set; } = null!;

    /// <summary>The index that the word was given in its <see cref="SortedValue"/>.</summary>
    public int Index { get; set; }

    /// <summary>How well the text matched: above 0, and 1 for a full match.</summary>
    public float Score { get; set; }
}
