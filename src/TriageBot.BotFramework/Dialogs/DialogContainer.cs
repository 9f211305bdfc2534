using TriageBot.BotFramework.TraceExtensions;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>A dialog with dialogs, and a stack of them, inside.</summary>
public abstract class DialogContainer : Dialog
{
    /// <summary>Makes a container.</summary>
    /// <param name="dialogId">Its id; where null, the name of its type.</param>
    protected DialogContainer(string? dialogId = null)
        : base(dialogId) { }

    /// <summary>The dialogs inside.</summary>
    public DialogSet Dialogs { get; set; } = new();

    /// <summary>Opens the inner stack.</summary>
    /// <param name="dc">The stack whose active dialog this container is.</param>
    /// <returns>The inner stack, or null where there is none.</returns>
    public abstract DialogContext? CreateChildContext(DialogContext dc);

    /// <summary>Finds a dialog inside.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <returns>The dialog, or null.</returns>
    public virtual Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId);

    /// <summary>Finds a dialog inside, else in the sets of a stack.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="dc">The stack.</param>
    /// <returns>The dialog, or null.</returns>
    public virtual Dialog? FindDialog(string dialogId, DialogContext? dc) =>
        FindDialog(dialogId) ?? dc?.FindDialog(dialogId);

    /// <inheritdoc/>
    public override async Task<bool> OnDialogEventAsync(
        DialogContext dc,
        DialogEvent e,
        CancellationToken cancellationToken
    )
    {
        var handled = await base.OnDialogEventAsync(dc, e, cancellationToken);
        if (!handled && e.Name == DialogEvents.VersionChanged)
        {
            var message = $"Nobody handled {e.Name} of the dialog {dc.ActiveDialog?.Id}.";
            dc.Dialogs.TelemetryClient.TrackTrace(message, Severity.Warning, null);
            await dc.Context.TraceActivityAsync(message, cancellationToken: cancellationToken);
        }

        return handled;
    }

    /// <summary>The version of what is inside. The container's own version hides it from outer ones.</summary>
    protected virtual string GetInternalVersion() => Dialogs.GetVersion();

    /// <summary>
    /// Notes the version of what is inside and, where the stored one differs, emits
    /// <see cref="DialogEvents.VersionChanged"/>. To be called first when the container begins, continues and resumes.
    /// </summary>
    /// <param name="dc">The stack whose active dialog this container is.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected virtual async Task CheckForVersionChangeAsync(
        DialogContext dc,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        var instance =
            dc.ActiveDialog ?? throw new InvalidOperationException($"The dialog '{Id}' is not on the stack.");
        var stored = instance.Version;
        instance.Version = GetInternalVersion();
        if (stored is not null && stored != instance.Version)
        {
            await dc.EmitEventAsync(DialogEvents.VersionChanged, Id, true, false, cancellationToken);
        }
    }
}
