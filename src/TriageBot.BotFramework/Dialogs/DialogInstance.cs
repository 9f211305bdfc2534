namespace TriageBot.BotFramework.Dialogs;

/// <summary>A dialog that is under way: one entry of a dialog stack, which is stored between turns.</summary>
public class DialogInstance
{
    /// <summary>The id of the dialog in its set.</summary>
    public string Id { get; set; } = null!;

    /// <summary>What the dialog keeps between turns; values are those that the state codec knows.</summary>
    public IDictionary<string, object> State { get; set; } = new Dictionary<string, object>();

    /// <summary>The position on a parent's stack, where the dialog lives on one.</summary>
    public int? StackIndex { get; set; }

    /// <summary>The version of the dialogs inside this one when it was last called; null where it has none.</summary>
    public string? Version { get; set; }
}
