namespace TriageBot.BotFramework.Dialogs;

/// <summary>What came of a call to a dialog.</summary>
public class DialogTurnResult
{
    /// <summary>Makes a result.</summary>
    /// <param name="status">How the stack stands.</param>
    /// <param name="result">What the dialog that ended returned.</param>
    public DialogTurnResult(DialogTurnStatus status, object? result = null)
    {
        Status = status;
        Result = result;
    }

    /// <summary>How the stack stands.</summary>
    public DialogTurnStatus Status { get; set; }

    /// <summary>
    /// What the dialog returned; meaningful when <see cref="Status"/> is <see cref="DialogTurnStatus.Complete"/>.
    /// </summary>
    public object? Result { get; set; }

    /// <summary>Whether the starter of the dialog ended too.</summary>
    public bool ParentEnded { get; set; }
}
