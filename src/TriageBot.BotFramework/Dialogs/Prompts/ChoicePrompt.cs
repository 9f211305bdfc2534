using TriageBot.BotFramework.Dialogs.Choices;
using TriageBot.BotFramework.Dialogs.Prompts;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>Asks for one of several choices; the answer may name it, or give its number or position.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> choiceDefaults;

    /// <summary>Makes a prompt that knows the supported cultures.</summary>
    /// <param name="dialogId">Its id, unique in its set.</param>
    /// <param name="validator">Decides whether an answer is accepted.</param>
    /// <param name="defaultLocale">The culture of turns whose activity names none.</param>
    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice>? validator = null, string? defaultLocale = null)
        : this(
            dialogId,
            PromptCultureModels.GetSupportedCultures().ToDictionary(culture => culture.Locale, PromptCulture.OptionsOf),
            validator,
            defaultLocale
        ) { }

    /// <summary>Makes a prompt for cultures of your own.</summary>
    /// <param name="dialogId">Its id, unique in its set.</param>
    /// <param name="choiceDefaults">
    /// How choices are written, by culture; English must be among them for turns in others.
    /// </param>
    /// <param name="validator">Decides whether an answer is accepted.</param>
    /// <param name="defaultLocale">The culture of turns whose activity names none.</param>
    public ChoicePrompt(
        string dialogId,
        Dictionary<string, ChoiceFactoryOptions> choiceDefaults,
        PromptValidator<FoundChoice>? validator = null,
        string? defaultLocale = null
    )
        : base(dialogId, validator)
    {
        this.choiceDefaults = choiceDefaults;
        DefaultLocale = defaultLocale;
    }

    /// <summary>How the choices are shown where the options do not say.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>The culture of turns whose activity names none; English where it is null.</summary>
    public string? DefaultLocale { get; set; }

    /// <summary>How the choices are written, in place of the culture's way.</summary>
    public ChoiceFactoryOptions? ChoiceOptions { get; set; }

    /// <summary>How the answer is read.</summary>
    public FindChoicesOptions? RecognizerOptions { get; set; }

    /// <inheritdoc/>
    protected override async Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var culture = PromptCulture.Of(choiceDefaults, activity.Locale, DefaultLocale);
        var message = AppendChoices(
            isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt,
            activity.ChannelId,
            options.Choices ?? [],
            options.Style ?? Style,
            ChoiceOptions ?? choiceDefaults[culture],
            activity.Conversation?.ConversationType,
            PromptCulture.RecipientOf(activity),
            cancellationToken
        );
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<FoundChoice>();
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text))
        {
            var finding = RecognizerOptions ?? new FindChoicesOptions();
            var culture = PromptCulture.Of(
                choiceDefaults,
                options?.RecognizeLanguage ?? activity.Locale ?? finding.Locale,
                DefaultLocale
            );
            var found = ChoiceRecognizers.RecognizeChoices(
                activity.Text,
                options?.Choices ?? [],
                finding.WithLocale(culture)
            );
            if (found.Count > 0)
            {
                result.Succeeded = true;
                result.Value = found[0].Resolution;
            }
        }

        return Task.FromResult(result);
    }
}
