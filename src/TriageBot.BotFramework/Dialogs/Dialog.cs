namespace TriageBot.BotFramework.Dialogs;

/// <summary>
/// A part of a conversation. A dialog object is shared by all conversations and by turns that run at the same
/// time: whatever belongs to a turn lives in the <see cref="DialogContext"/> or its turn state.
/// </summary>
public abstract class Dialog
{
    /// <summary>The result that says: this dialog waits for the user.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string? id;
    private IBotTelemetryClient telemetryClient = NullBotTelemetryClient.Instance;

    /// <summary>Makes a dialog.</summary>
    /// <param name="dialogId">Its id, unique in its set; where null, <see cref="OnComputeId"/> names it.</param>
    protected Dialog(string? dialogId = null) => id = dialogId;

    /// <summary>The id, unique in its set.</summary>
    public string Id
    {
        get => id ??= OnComputeId();
        set => id = value;
    }

    /// <summary>Where the dialog reports what it does; never null, by default nowhere.</summary>
    public virtual IBotTelemetryClient TelemetryClient
    {
        get => telemetryClient;
        set => telemetryClient = value ?? NullBotTelemetryClient.Instance;
    }

    /// <summary>Begins the dialog, which has just been put on the stack.</summary>
    /// <param name="dc">The stack.</param>
    /// <param name="options">What the starter passed.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public abstract Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Goes on after an activity came. By default the dialog ends.</summary>
    /// <param name="dc">The stack.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>
    /// Goes on after a dialog that this one started has ended. By default this one ends with the same result.
    /// </summary>
    /// <param name="dc">The stack.</param>
    /// <param name="reason">Why it is called.</param>
    /// <param name="result">What the other dialog returned.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc,
        DialogReason reason,
        object? result = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        Misplaced.Reject(result, nameof(result));
        return dc.EndDialogAsync(result, cancellationToken);
    }

    /// <summary>Asks the user again. By default nothing is said.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="instance">The dialog's entry on the stack.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public virtual Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    ) => Task.CompletedTask;

    /// <summary>Cleans up before the dialog leaves the stack. By default there is nothing to do.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="instance">The dialog's entry on the stack.</param>
    /// <param name="reason">Why it leaves.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        DialogReason reason,
        CancellationToken cancellationToken = default
    ) => Task.CompletedTask;

    /// <summary>
    /// A text that changes when the dialog changes so that a conversation which is inside it cannot go on as if
    /// nothing had happened; the same in every process. By default the id.
    /// </summary>
    public virtual string? GetVersion() => Id;

    /// <summary>Offers an event to this dialog, then to those who started it, then to this one again.</summary>
    /// <param name="dc">The stack whose active dialog this is.</param>
    /// <param name="e">The event.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>True where one of them handled it.</returns>
    public virtual async Task<bool> OnDialogEventAsync(
        DialogContext dc,
        DialogEvent e,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        ArgumentNullException.ThrowIfNull(e);
        if (await OnPreBubbleEventAsync(dc, e, cancellationToken))
        {
            return true;
        }

        if (e.Bubble && dc.Parent is { } parent)
        {
            if (await parent.EmitEventAsync(e.Name, e.Value, true, false, cancellationToken))
            {
                return true;
            }
        }

        return await OnPostBubbleEventAsync(dc, e, cancellationToken);
    }

    /// <summary>Handles an event before those who started this dialog hear of it.</summary>
    /// <param name="dc">The stack whose active dialog this is.</param>
    /// <param name="e">The event.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>True where it is handled; nobody else hears of it then.</returns>
    protected virtual Task<bool> OnPreBubbleEventAsync(
        DialogContext dc,
        DialogEvent e,
        CancellationToken cancellationToken
    ) => Task.FromResult(false);

    /// <summary>Handles an event that nobody else handled.</summary>
    /// <param name="dc">The stack whose active dialog this is.</param>
    /// <param name="e">The event.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>True where it is handled.</returns>
    protected virtual Task<bool> OnPostBubbleEventAsync(
        DialogContext dc,
        DialogEvent e,
        CancellationToken cancellationToken
    ) => Task.FromResult(false);

    /// <summary>The id of a dialog that was given none: by default the name of its type.</summary>
    protected virtual string OnComputeId() => GetType().Name;
}
