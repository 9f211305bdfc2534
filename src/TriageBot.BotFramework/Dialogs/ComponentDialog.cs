// Bot authors' overrides name the parameter for the outer stack as the SDK does.
#pragma warning disable CA1725

namespace TriageBot.BotFramework.Dialogs;

/// <summary>A dialog made of others. From outside it is one dialog; it has a stack of its own inside.</summary>
public class ComponentDialog : DialogContainer
{
    /// <summary>The key under which the inner stack is kept in the component's state.</summary>
    public const string PersistedDialogState = "dialogs";

    private readonly Lock gate = new();
    private Task? initialization;

    /// <summary>Makes a component.</summary>
    /// <param name="dialogId">Its id; where null, the name of its type.</param>
    public ComponentDialog(string? dialogId = null)
        : base(dialogId) { }

    /// <summary>The id of the inner dialog that begins; by default the one added first.</summary>
    public string? InitialDialogId { get; set; }

    /// <summary>Where this dialog and those inside report what they do.</summary>
    public override IBotTelemetryClient TelemetryClient
    {
        get => base.TelemetryClient;
        set
        {
            base.TelemetryClient = value;
            Dialogs.TelemetryClient = base.TelemetryClient;
        }
    }

    /// <summary>Adds a dialog inside.</summary>
    /// <param name="dialog">The dialog.</param>
    /// <returns>This component.</returns>
    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext outerDc,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        Misplaced.Reject(options, nameof(options));
        await EnsureInitializedAsync(outerDc);
        await CheckForVersionChangeAsync(outerDc, cancellationToken);
        var turnResult = await OnBeginDialogAsync(CreateChildContext(outerDc), options, cancellationToken);
        if (turnResult.Status == DialogTurnStatus.Waiting && TelemetryClient is IBotPageViewTelemetryClient views)
        {
            views.TrackPageView(Id);
        }

        return await WaitOrEndAsync(outerDc, turnResult, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext outerDc,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        await EnsureInitializedAsync(outerDc);
        await CheckForVersionChangeAsync(outerDc, cancellationToken);
        var turnResult = await OnContinueDialogAsync(CreateChildContext(outerDc), cancellationToken);
        return await WaitOrEndAsync(outerDc, turnResult, cancellationToken);
    }

    /// <summary>Asks again, after a dialog that was put on top of this component has ended.</summary>
    /// <param name="outerDc">The stack whose active dialog this component is.</param>
    /// <param name="reason">Why it is called.</param>
    /// <param name="result">What the other dialog returned; not used.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext outerDc,
        DialogReason reason,
        object? result = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        Misplaced.Reject(result, nameof(result));
        await EnsureInitializedAsync(outerDc);
        await CheckForVersionChangeAsync(outerDc, cancellationToken);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    )
    {
        var innerDc = new DialogContext(Dialogs, turnContext, InnerStateOf(instance));
        await innerDc.RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task EndDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        DialogReason reason,
        CancellationToken cancellationToken = default
    )
    {
        if (reason == DialogReason.CancelCalled)
        {
            var innerDc = new DialogContext(Dialogs, turnContext, InnerStateOf(instance));
            await innerDc.CancelAllDialogsAsync(cancellationToken);
        }

        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    /// <inheritdoc/>
    public override DialogContext CreateChildContext(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return new DialogContext(Dialogs, dc, InnerStateOf(dc.ActiveDialog!));
    }

    /// <summary>Runs <see cref="OnInitializeAsync"/> once; turns that come meanwhile wait for it.</summary>
    /// <param name="outerDc">The stack of the turn that happens to be first.</param>
    protected Task EnsureInitializedAsync(DialogContext outerDc)
    {
        lock (gate)
        {
            if (initialization is null or { IsFaulted: true } or { IsCanceled: true })
            {
                initialization = OnInitializeAsync(outerDc);
            }

            return initialization;
        }
    }

    /// <summary>Prepares the component, once. What is set up here is shared by all conversations.</summary>
    /// <param name="dc">The stack of the turn that happens to be first.</param>
    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        InitialDialogId ??= Dialogs.GetDialogs().FirstOrDefault()?.Id;
        return Task.CompletedTask;
    }

    /// <summary>Begins the inner dialog; override it to interrupt.</summary>
    /// <param name="innerDc">The inner stack.</param>
    /// <param name="options">What the starter passed.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc,
        object? options,
        CancellationToken cancellationToken = default
    ) => innerDc.BeginDialogAsync(InitialDialogId!, options, cancellationToken);

    /// <summary>Continues the inner dialog; override it to interrupt.</summary>
    /// <param name="innerDc">The inner stack.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(
        DialogContext innerDc,
        CancellationToken cancellationToken = default
    ) => innerDc.ContinueDialogAsync(cancellationToken);

    /// <summary>Cleans up after the inner dialogs have been cancelled. By default there is nothing to do.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="instance">The component's entry on the outer stack.</param>
    /// <param name="reason">Why it ends.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected virtual Task OnEndDialogAsync(
        ITurnContext context,
        DialogInstance instance,
        DialogReason reason,
        CancellationToken cancellationToken = default
    ) => Task.CompletedTask;

    /// <summary>Says something after the inner dialog has asked again. By default nothing.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="instance">The component's entry on the outer stack.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected virtual Task OnRepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    ) => Task.CompletedTask;

    /// <summary>Ends the component on the outer stack.</summary>
    /// <param name="outerDc">The stack whose active dialog this component is.</param>
    /// <param name="result">What the inner dialog returned.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected virtual Task<DialogTurnResult> EndComponentAsync(
        DialogContext outerDc,
        object? result,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        return outerDc.EndDialogAsync(result, cancellationToken);
    }

    private async Task<DialogTurnResult> WaitOrEndAsync(
        DialogContext outerDc,
        DialogTurnResult turnResult,
        CancellationToken cancellationToken
    ) =>
        turnResult.Status == DialogTurnStatus.Waiting
            ? EndOfTurn
            : await EndComponentAsync(outerDc, turnResult.Result, cancellationToken);

    private static DialogState InnerStateOf(DialogInstance instance)
    {
        if (instance.State.TryGetValue(PersistedDialogState, out var stored) && stored is DialogState state)
        {
            return state;
        }

        state = new DialogState();
        instance.State[PersistedDialogState] = state;
        return state;
    }
}
