namespace TriageBot.BotFramework.Dialogs;

/// <summary>Something that a dialog, or those who started it, may react to.</summary>
public class DialogEvent
{
    /// <summary>Whether those who started the dialog hear of it where it is not handled.</summary>
    public bool Bubble { get; set; }

    /// <summary>One of <see cref="DialogEvents"/>, or a name of your own.</summary>
    public string Name { get; set; } = null!;

    /// <summary>What belongs to the event.</summary>
    public object? Value { get; set; }
}
