namespace TriageBot.BotFramework.Dialogs;

/// <summary>What came of a turn that a <see cref="DialogManager"/> ran.</summary>
public class DialogManagerResult
{
    /// <summary>How the stack stands.</summary>
    public DialogTurnResult? TurnResult { get; set; }
}
