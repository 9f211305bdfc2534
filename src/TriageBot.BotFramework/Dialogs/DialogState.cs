namespace TriageBot.BotFramework.Dialogs;

/// <summary>The dialogs that are under way in a conversation, or inside a component.</summary>
public class DialogState
{
    /// <summary>Makes an empty state.</summary>
    public DialogState()
        : this(null) { }

    /// <summary>Makes a state over a stack.</summary>
    /// <param name="stack">The stack, which is used as it is; null for an empty one.</param>
    public DialogState(List<DialogInstance>? stack) => DialogStack = stack ?? [];

    /// <summary>The stack; the active dialog is the first.</summary>
    public List<DialogInstance> DialogStack { get; set; }
}
