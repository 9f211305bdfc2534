using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>Asks for one or more attachments, such as a photo.</summary>
public class AttachmentPrompt : Prompt<IList<Attachment>>
{
    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id, unique in its set.</param>
    /// <param name="validator">Decides whether an answer is accepted.</param>
    public AttachmentPrompt(string dialogId, PromptValidator<IList<Attachment>>? validator = null)
        : base(dialogId, validator) { }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default
    ) => Question.AskAsync(turnContext, options, isRetry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<IList<Attachment>>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var attachments = turnContext.Activity.Attachments;
        var hasSome = turnContext.Activity.Type == ActivityTypes.Message && attachments is { Count: > 0 };
        return Task.FromResult(
            new PromptRecognizerResult<IList<Attachment>>
            {
                Succeeded = hasSome,
                Value = hasSome ? attachments! : null!,
            }
        );
    }
}
