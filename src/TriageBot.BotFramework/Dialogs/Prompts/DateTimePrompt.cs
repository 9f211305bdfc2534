using TriageBot.BotFramework.Dialogs.Prompts;
using TriageBot.BotFramework.Dialogs.Recognizers;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>
/// Asks for a day, a time of day or both, in English or Spanish. What can be understood in several ways ("Wednesday",
/// "4 o'clock") has several resolutions, the earlier ones first.
/// </summary>
public class DateTimePrompt : Prompt<IList<DateTimeResolution>>
{
    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id, unique in its set.</param>
    /// <param name="validator">Decides whether an answer is accepted.</param>
    /// <param name="defaultLocale">The culture of answers whose activity names none.</param>
    public DateTimePrompt(
        string dialogId,
        PromptValidator<IList<DateTimeResolution>>? validator = null,
        string? defaultLocale = null
    )
        : base(dialogId, validator) => DefaultLocale = defaultLocale;

    /// <summary>The culture of answers whose activity names none; English where it is null.</summary>
    public string? DefaultLocale { get; set; }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default
    ) => Question.AskAsync(turnContext, options, isRetry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<IList<DateTimeResolution>>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<IList<DateTimeResolution>>();
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text))
        {
            var culture =
                options?.RecognizeLanguage ?? activity.Locale ?? DefaultLocale ?? PromptCultureModels.English.Locale;

            // What "tomorrow" is, depends on where the user is.
            var said = activity.LocalTimestamp ?? activity.Timestamp ?? TimeProvider.System.GetLocalNow();
            var found = DateTimeRecognizer.Recognize(activity.Text, culture, DateOnly.FromDateTime(said.DateTime));
            result.Succeeded = found.Count > 0;
            result.Value = found;
        }

        return Task.FromResult(result);
    }
}
