using TriageBot.BotFramework.Adapters;
using TriageBot.BotFramework.Dialogs;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Testing;

/// <summary>
/// Talks to a dialog in a test. State goes through its storage between turns, as it does in production.
/// </summary>
public class DialogTestClient
{
    private readonly TestAdapter adapter;
    private readonly BotCallbackHandler callback;

    /// <summary>Makes a client with an adapter of its own.</summary>
    /// <param name="channelId">One of <see cref="Connector.Channels"/>.</param>
    /// <param name="targetDialog">The dialog to talk to.</param>
    /// <param name="initialDialogOptions">What the dialog is begun with.</param>
    /// <param name="middlewares">What runs before the dialog.</param>
    /// <param name="conversationState">Where the stack is kept; by default in memory.</param>
    public DialogTestClient(
        string channelId,
        Dialog targetDialog,
        object? initialDialogOptions = null,
        IEnumerable<IMiddleware>? middlewares = null,
        ConversationState? conversationState = null
    )
        : this(new TestAdapter(channelId), targetDialog, initialDialogOptions, middlewares, conversationState) { }

    /// <summary>Makes a client.</summary>
    /// <param name="testAdapter">The adapter.</param>
    /// <param name="targetDialog">The dialog to talk to.</param>
    /// <param name="initialDialogOptions">What the dialog is begun with.</param>
    /// <param name="middlewares">What runs before the dialog.</param>
    /// <param name="conversationState">Where the stack is kept; by default in memory.</param>
    public DialogTestClient(
        TestAdapter testAdapter,
        Dialog targetDialog,
        object? initialDialogOptions = null,
        IEnumerable<IMiddleware>? middlewares = null,
        ConversationState? conversationState = null
    )
    {
        ArgumentNullException.ThrowIfNull(testAdapter);
        ArgumentNullException.ThrowIfNull(targetDialog);
        ConversationState = conversationState ?? new ConversationState(new MemoryStorage());
        adapter = testAdapter.Use(new AutoSaveStateMiddleware(ConversationState));
        foreach (var middleware in middlewares ?? [])
        {
            adapter.Use(middleware);
        }

        var stack = ConversationState.CreateProperty<DialogState>(nameof(DialogState));
        callback = (turnContext, cancellationToken) =>
            RunTurnAsync(turnContext, stack, targetDialog, initialDialogOptions, cancellationToken);
    }

    /// <summary>The stack of the last turn; null before the first.</summary>
    public DialogContext DialogContext { get; private set; } = null!;

    /// <summary>What came of the last turn; null before the first.</summary>
    public DialogTurnResult DialogTurnResult { get; private set; } = null!;

    /// <summary>Where the stack is kept.</summary>
    public ConversationState ConversationState { get; }

    /// <summary>Sends an activity and returns the first reply.</summary>
    /// <typeparam name="T">The type of the reply.</typeparam>
    /// <param name="activity">The activity.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>The reply; null where there was none.</returns>
    public virtual async Task<T> SendActivityAsync<T>(Activity activity, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await adapter.ProcessActivityAsync(activity, callback, cancellationToken);
        return GetNextReply<T>();
    }

    /// <summary>Sends a message and returns the first reply.</summary>
    /// <typeparam name="T">The type of the reply.</typeparam>
    /// <param name="text">The text of the message.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>The reply; null where there was none.</returns>
    public virtual async Task<T> SendActivityAsync<T>(string text, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await adapter.SendTextToBotAsync(text, callback, cancellationToken);
        return GetNextReply<T>();
    }

    /// <summary>The next reply that was not looked at yet; null where there is none.</summary>
    /// <typeparam name="T">The type of the reply.</typeparam>
    public virtual T GetNextReply<T>()
        where T : IActivity => (T)adapter.GetNextReply()!;

    private async Task RunTurnAsync(
        ITurnContext turnContext,
        IStatePropertyAccessor<DialogState> stack,
        Dialog dialog,
        object? options,
        CancellationToken cancellationToken
    )
    {
        DialogContext = await new DialogSet(stack).Add(dialog).CreateContextAsync(turnContext, cancellationToken);
        DialogTurnResult = await DialogContext.ContinueDialogAsync(cancellationToken);
        if (DialogTurnResult.Status == DialogTurnStatus.Empty)
        {
            DialogTurnResult = await DialogContext.BeginDialogAsync(dialog.Id, options, cancellationToken);
        }
    }
}
