namespace TriageBot.BotFramework.Dialogs;

/// <summary>How a dialog stack stands after a call.</summary>
public enum DialogTurnStatus
{
    /// <summary>There is nothing on the stack.</summary>
    Empty,

    /// <summary>The dialog on top waits for the user.</summary>
    Waiting,

    /// <summary>The last dialog ended, and the stack is empty.</summary>
    Complete,

    /// <summary>The dialogs were cancelled, and the stack is empty.</summary>
    Cancelled,

    /// <summary>The dialog ended, and its starter is not to go on in this turn.</summary>
    CompleteAndWait,
}
