using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>Asks for any text; an empty one is an answer too.</summary>
public class TextPrompt : Prompt<string>
{
    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id, unique in its set.</param>
    /// <param name="validator">Decides whether an answer is accepted.</param>
    public TextPrompt(string dialogId, PromptValidator<string>? validator = null)
        : base(dialogId, validator) { }

    /// <summary>Lets everybody look at the text before: any text is an answer, so that says nothing.</summary>
    /// <param name="dc">The stack whose active dialog this is.</param>
    /// <param name="e">The event.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    protected override Task<bool> OnPreBubbleEventAsync(
        DialogContext dc,
        DialogEvent e,
        CancellationToken cancellationToken
    ) => Task.FromResult(false);

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default
    ) => Question.AskAsync(turnContext, options, isRetry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var text = activity.Type == ActivityTypes.Message ? activity.Text : null;
        return Task.FromResult(new PromptRecognizerResult<string> { Succeeded = text is not null, Value = text! });
    }
}
