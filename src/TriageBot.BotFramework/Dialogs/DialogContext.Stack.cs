namespace TriageBot.BotFramework.Dialogs;

public partial class DialogContext
{
    /// <summary>Puts a dialog on the stack and begins it.</summary>
    /// <param name="dialogId">Its id, in this set or an outer one.</param>
    /// <param name="options">What to pass to it.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <exception cref="ArgumentException">There is no such dialog.</exception>
    public async Task<DialogTurnResult> BeginDialogAsync(
        string dialogId,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfNullOrEmpty(dialogId, nameof(dialogId));
        Misplaced.Reject(options, nameof(options));
        var dialog =
            FindDialog(dialogId)
            ?? throw new ArgumentException(
                $"There is no dialog '{dialogId}' in this set or an outer one. A component adds its own with AddDialog.",
                nameof(dialogId)
            );
        Stack.Insert(0, new DialogInstance { Id = dialogId });
        return await dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Begins a prompt.</summary>
    /// <param name="dialogId">Its id, in this set or an outer one.</param>
    /// <param name="options">What to ask.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <exception cref="ArgumentException">There is no such dialog.</exception>
    public Task<DialogTurnResult> PromptAsync(
        string dialogId,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfNullOrEmpty(dialogId, nameof(dialogId));
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Passes the turn's activity to the active dialog.</summary>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>How the stack stands; <see cref="DialogTurnStatus.Empty"/> where nothing was active.</returns>
    /// <exception cref="InvalidOperationException">The active dialog is in no set.</exception>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
    {
        if (Context.TurnState.TryAdd(ActivityReceivedEmitted, true))
        {
            var activity = Context.Activity;
            await EmitEventAsync(DialogEvents.ActivityReceived, activity, true, true, cancellationToken);
        }

        return ActiveDialog is { } active
            ? await Known(active).ContinueDialogAsync(this, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Empty);
    }

    /// <summary>Ends the active dialog and lets the one below go on with its result.</summary>
    /// <param name="result">What the dialog returns.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <exception cref="InvalidOperationException">The dialog below is in no set.</exception>
    public async Task<DialogTurnResult> EndDialogAsync(
        object? result = null,
        CancellationToken cancellationToken = default
    )
    {
        Misplaced.Reject(result, nameof(result));
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is { } below
            ? await Known(below).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    /// <summary>Ends the active dialog and begins another in its place.</summary>
    /// <param name="dialogId">The id of the other one.</param>
    /// <param name="options">What to pass to it.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <exception cref="ArgumentException">There is no such dialog.</exception>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        Misplaced.Reject(options, nameof(options));
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Cancels all dialogs of this stack.</summary>
    /// <param name="cancellationToken">Stops the turn.</param>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(false, null, null, cancellationToken);

    /// <summary>Cancels all dialogs, the active one first.</summary>
    /// <param name="cancelParents">Whether outer stacks are cancelled too.</param>
    /// <param name="eventName">
    /// The event that every dialog but the first is offered before; it stops the cancelling by handling it.
    /// </param>
    /// <param name="eventValue">What belongs to the event.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents,
        string? eventName = null,
        object? eventValue = null,
        CancellationToken cancellationToken = default
    )
    {
        Misplaced.Reject(eventValue, nameof(eventValue));
        if (Stack.Count == 0 && Parent is null)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        eventName ??= DialogEvents.CancelDialog;
        var isFirst = true;
        for (var dc = this; dc is not null; dc = cancelParents ? dc.Parent : null)
        {
            while (dc.Stack.Count > 0)
            {
                if (!isFirst && await dc.EmitEventAsync(eventName, eventValue, false, false, cancellationToken))
                {
                    return new DialogTurnResult(DialogTurnStatus.Cancelled);
                }

                await dc.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
                isFirst = false;
            }

            isFirst = false;
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Lets the active dialog ask again.</summary>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <exception cref="InvalidOperationException">The active dialog is in no set.</exception>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        var handled = await EmitEventAsync(DialogEvents.RepromptDialog, null, false, false, cancellationToken);
        if (!handled && ActiveDialog is { } active)
        {
            await Known(active).RepromptDialogAsync(Context, active, cancellationToken);
        }
    }

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is { } active)
        {
            if (FindDialog(active.Id) is { } dialog)
            {
                await dialog.EndDialogAsync(Context, active, reason, cancellationToken);
            }

            Stack.RemoveAt(0);
        }
    }

    private Dialog Known(DialogInstance instance) =>
        FindDialog(instance.Id)
        ?? throw new InvalidOperationException(
            $"The stack holds the dialog '{instance.Id}', which is in no set any more."
        );

    // ThrowIfNullOrEmpty of the framework throws another type for an empty text than bots may expect.
    private static void ThrowIfNullOrEmpty(string? value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentNullException(parameter);
        }
    }
}
