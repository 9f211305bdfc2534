namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>A word to search for, and the index of the choice that it stands for.</summary>
public class SortedValue
{
    /// <summary>The word or words.</summary>
    public string Value { get; set; } = null!;

    /// <summary>The index of the choice, from 0; several words may share one.</summary>
    public int Index { get; set; }
}
