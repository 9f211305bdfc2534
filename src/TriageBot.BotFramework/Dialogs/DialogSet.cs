using System.Globalization;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>Dialogs that can call each other by id. Built once; turns that run at the same time share it.</summary>
public class DialogSet
{
    private readonly IStatePropertyAccessor<DialogState>? dialogState;
    private readonly Dictionary<string, Dialog> dialogs = [];
    private IBotTelemetryClient telemetryClient = NullBotTelemetryClient.Instance;
    private string? version;

    /// <summary>Makes an empty set without state, for the inside of a container.</summary>
    public DialogSet() { }

    /// <summary>Makes an empty set.</summary>
    /// <param name="dialogState">Where the stack is kept.</param>
    /// <exception cref="ArgumentNullException"><paramref name="dialogState"/> is null.</exception>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        this.dialogState = dialogState;
    }

    /// <summary>
    /// Where the dialogs report what they do. Setting it sets it for each of them; null means nowhere.
    /// </summary>
    public IBotTelemetryClient TelemetryClient
    {
        get => telemetryClient;
        set
        {
            var client = value ?? NullBotTelemetryClient.Instance;

            // Two components that contain each other would pass it on for ever.
            if (!ReferenceEquals(client, telemetryClient))
            {
                telemetryClient = client;
                foreach (var dialog in dialogs.Values)
                {
                    dialog.TelemetryClient = client;
                }
            }
        }
    }

    /// <summary>A text that changes when the version of a dialog in the set changes, or one is added.</summary>
    public virtual string GetVersion() =>
        version ??= VersionHash.Of(dialogs.Values.Select(dialog => dialog.GetVersion() ?? string.Empty));

    /// <summary>
    /// Adds a dialog, and those that it depends on. Where another dialog has its id, it is renamed: the second
    /// "ask" becomes "ask2". Adding the same dialog again changes nothing.
    /// </summary>
    /// <param name="dialog">The dialog.</param>
    /// <returns>This set.</returns>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        version = null;
        if (dialogs.TryGetValue(dialog.Id, out var present))
        {
            if (ReferenceEquals(present, dialog))
            {
                return this;
            }

            dialog.Id = UnusedIdLike(dialog.Id);
        }

        if (!ReferenceEquals(dialog.TelemetryClient, telemetryClient))
        {
            dialog.TelemetryClient = telemetryClient;
        }

        dialogs[dialog.Id] = dialog;
        if (dialog is IDialogDependencies caller)
        {
            foreach (var callee in caller.GetDependencies())
            {
                Add(callee);
            }
        }

        return this;
    }

    /// <summary>Opens the stack of a turn.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <exception cref="InvalidOperationException">The set was made without state.</exception>
    public async Task<DialogContext> CreateContextAsync(
        ITurnContext turnContext,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (dialogState is null)
        {
            throw new InvalidOperationException("This dialog set was made without a state property for its stack.");
        }

        var state = await dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state);
    }

    /// <summary>Finds a dialog.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <returns>The dialog, or null.</returns>
    public Dialog? Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        return dialogs.GetValueOrDefault(dialogId);
    }

    /// <summary>All dialogs, in the order in which they were added.</summary>
    public IEnumerable<Dialog> GetDialogs() => dialogs.Values;

    private string UnusedIdLike(string id)
    {
        var suffix = 2;
        string candidate;
        do
        {
            candidate = id + suffix++.ToString(CultureInfo.InvariantCulture);
        } while (dialogs.ContainsKey(candidate));

        return candidate;
    }
}
