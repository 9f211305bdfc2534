using System.Runtime.CompilerServices;
using TriageBot.BotFramework.Dialogs.Choices;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>A dialog that asks one thing until it gets an answer that it accepts, and ends with it.</summary>
/// <typeparam name="T">What it asks for.</typeparam>
public abstract class Prompt<T> : Dialog
{
    private readonly PromptValidator<T>? validator;

    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id, unique in its set.</param>
    /// <param name="validator">
    /// Decides whether an answer is accepted; without one, every answer that can be read is.
    /// </param>
    /// <exception cref="ArgumentNullException">The id is null or blank.</exception>
    protected Prompt(string dialogId, PromptValidator<T>? validator = null)
        : base(dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        this.validator = validator;
    }

    /// <summary>Asks.</summary>
    /// <param name="dc">The stack.</param>
    /// <param name="options">The <see cref="PromptOptions"/>.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        var (state, promptOptions) = PromptMemory.Begin(dc.ActiveDialog!, options);
        await OnPromptAsync(dc.Context, state, promptOptions, false, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>
    /// Reads the answer, and ends with it or asks again. Activities other than messages are no answers.
    /// </summary>
    /// <param name="dc">The stack.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var (state, options) = PromptMemory.Of(dc.ActiveDialog!);
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken);
        PromptMemory.CountAttempt(state);
        var isAccepted = validator is null
            ? recognized.Succeeded
            : await validator(new PromptValidatorContext<T>(dc.Context, recognized, state, options), cancellationToken);
        if (isAccepted)
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }

        if (!dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, state, options, true, cancellationToken);
        }

        return EndOfTurn;
    }

    /// <summary>Asks again, after a dialog that was put on top of this prompt has ended.</summary>
    /// <param name="dc">The stack.</param>
    /// <param name="reason">Why it is called.</param>
    /// <param name="result">What the other dialog returned; not used.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc,
        DialogReason reason,
        object? result = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        Misplaced.Reject(result, nameof(result));
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    )
    {
        var (state, options) = PromptMemory.Of(instance);
        return OnPromptAsync(turnContext, state, options, false, cancellationToken);
    }

    /// <summary>Keeps an answer that can be read from being taken as something else.</summary>
    /// <param name="dc">The stack whose active dialog this is.</param>
    /// <param name="e">The event.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected override async Task<bool> OnPreBubbleEventAsync(
        DialogContext dc,
        DialogEvent e,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(dc);
        ArgumentNullException.ThrowIfNull(e);
        if (e.Name != DialogEvents.ActivityReceived || dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return false;
        }

        var (state, options) = PromptMemory.Of(dc.ActiveDialog!);
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken);
        return recognized.Succeeded;
    }

    /// <summary>Asks.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="state">What the prompt keeps between attempts.</param>
    /// <param name="options">What to ask.</param>
    /// <param name="isRetry">Whether an answer could not be accepted before.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected abstract Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads the answer. It may be called more than once for one activity.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="state">What the prompt keeps between attempts.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    );

    /// <inheritdoc cref="AppendChoices(IMessageActivity, string, IList{Choice}, ListStyle, ChoiceFactoryOptions, string, IList{string}, CancellationToken)"/>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity? prompt,
        string? channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions? options = null,
        CancellationToken cancellationToken = default
    ) => AppendChoices(prompt, channelId, choices, style, options, null, null, cancellationToken);

    /// <summary>Makes a copy of a message that shows choices too.</summary>
    /// <param name="prompt">The message; null for one that has nothing but the choices.</param>
    /// <param name="channelId">The channel, which decides what <see cref="ListStyle.Auto"/> means.</param>
    /// <param name="choices">The choices.</param>
    /// <param name="style">How they are shown.</param>
    /// <param name="options">How they are written into a text.</param>
    /// <param name="conversationType">The type of the conversation.</param>
    /// <param name="toList">Ids of those who see suggested actions; null for all.</param>
    /// <param name="cancellationToken">Not used.</param>
    [OverloadResolutionPriority(1)]
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity? prompt,
        string? channelId,
        IList<Choice> choices,
        ListStyle style,
        ChoiceFactoryOptions? options = null,
        string? conversationType = null,
        IList<string>? toList = null,
        CancellationToken cancellationToken = default
    ) => ChoiceMessage.Make(prompt, channelId, choices, style, options, conversationType, toList);
}
