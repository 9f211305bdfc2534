namespace TriageBot.BotFramework.Dialogs;

/// <summary>
/// Runs a dialog as the root of conversations and saves the states after each turn. It holds nothing of a turn, so
/// turns that run at the same time share it.
/// </summary>
public class DialogManager
{
    private readonly string dialogStateProperty;
    private Dialog? rootDialog;

    /// <summary>Makes a manager.</summary>
    /// <param name="rootDialog">The root; it can be set later too.</param>
    /// <param name="dialogStateProperty">The conversation state's property for the stack.</param>
    public DialogManager(Dialog? rootDialog = null, string? dialogStateProperty = null)
    {
        this.dialogStateProperty = dialogStateProperty ?? "DialogStateProperty";
        RootDialog = rootDialog;
    }

    /// <summary>Where the stack is kept; by default what the turn state has under this type.</summary>
    public ConversationState? ConversationState { get; set; }

    /// <summary>What else is saved; by default what the turn state has under this type, if anything.</summary>
    public UserState? UserState { get; set; }

    /// <summary>What every turn finds in its turn state.</summary>
    public TurnContextStateCollection InitialTurnState { get; } = [];

    /// <summary>The dialog that begins where nothing is under way.</summary>
    public Dialog? RootDialog
    {
        get => rootDialog;
        set
        {
            rootDialog = value;
            Dialogs = new DialogSet();
            if (value is not null)
            {
                Dialogs.TelemetryClient = value.TelemetryClient;
                Dialogs.Add(value);
            }
        }
    }

    /// <summary>The root and whatever else may be begun by id.</summary>
    public DialogSet Dialogs { get; private set; } = new();

    /// <summary>Continues the conversation's stack or, where it is empty, begins the root; then saves.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <exception cref="InvalidOperationException">There is no root, or no conversation state.</exception>
    public async Task<DialogManagerResult> OnTurnAsync(
        ITurnContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        var root = rootDialog ?? throw new InvalidOperationException("The dialog manager has no root dialog.");
        foreach (var (key, value) in InitialTurnState)
        {
            context.TurnState[key] = value;
        }

        var conversation =
            ConversationState
            ?? context.TurnState.Get<ConversationState>()
            ?? throw new InvalidOperationException("The dialog manager finds no conversation state in the turn.");
        var stack = await conversation
            .CreateProperty<DialogState>(dialogStateProperty)
            .GetAsync(context, () => new DialogState(), cancellationToken);
        var dc = new DialogContext(Dialogs, context, stack);
        var result = await dc.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty)
        {
            result = await dc.BeginDialogAsync(root.Id, null, cancellationToken);
        }

        await conversation.SaveChangesAsync(context, false, cancellationToken);
        if ((UserState ?? context.TurnState.Get<UserState>()) is { } user)
        {
            await user.SaveChangesAsync(context, false, cancellationToken);
        }

        return new DialogManagerResult { TurnResult = result };
    }
}
