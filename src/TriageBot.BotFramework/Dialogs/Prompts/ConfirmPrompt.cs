using TriageBot.BotFramework.Dialogs.Choices;
using TriageBot.BotFramework.Dialogs.Prompts;
using TriageBot.BotFramework.Dialogs.Recognizers;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>Asks for yes or no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> choiceDefaults;

    /// <summary>Makes a prompt that knows the supported cultures.</summary>
    /// <param name="dialogId">Its id, unique in its set.</param>
    /// <param name="validator">Decides whether an answer is accepted.</param>
    /// <param name="defaultLocale">The culture of turns whose activity names none.</param>
    public ConfirmPrompt(string dialogId, PromptValidator<bool>? validator = null, string? defaultLocale = null)
        : this(
            dialogId,
            PromptCultureModels
                .GetSupportedCultures()
                .ToDictionary(
                    culture => culture.Locale,
                    culture =>
                        (
                            new Choice(culture.YesInLanguage),
                            new Choice(culture.NoInLanguage),
                            PromptCulture.OptionsOf(culture)
                        )
                ),
            validator,
            defaultLocale
        ) { }

    /// <summary>Makes a prompt for cultures of your own.</summary>
    /// <param name="dialogId">Its id, unique in its set.</param>
    /// <param name="choiceDefaults">
    /// Yes, no and how they are written, by culture; English must be among them for turns in others.
    /// </param>
    /// <param name="validator">Decides whether an answer is accepted.</param>
    /// <param name="defaultLocale">The culture of turns whose activity names none.</param>
    public ConfirmPrompt(
        string dialogId,
        Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults,
        PromptValidator<bool>? validator = null,
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

    /// <summary>Yes and no, in place of the culture's words.</summary>
    public Tuple<Choice, Choice>? ConfirmChoices { get; set; }

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
            ChoicesIn(culture),
            options.Style ?? Style,
            OptionsIn(culture),
            activity.Conversation?.ConversationType,
            PromptCulture.RecipientOf(activity),
            cancellationToken
        );
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<bool>();
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text))
        {
            var locale = options?.RecognizeLanguage ?? activity.Locale;
            var answer = Read(activity.Text, PromptCulture.Of(choiceDefaults, locale, DefaultLocale));
            result.Succeeded = answer is not null;
            result.Value = answer ?? false;
        }

        return Task.FromResult(result);
    }

    private bool? Read(string text, string culture) =>
        YesNoRecognizer.Recognize(text, culture) switch
        {
            YesNo.Yes => true,
            YesNo.No => false,
            YesNo.Unsure => null,
            _ => ReadChoice(text, culture),
        };

    // The user may pick one of the two by its word or, where the prompt showed numbers, by its number.
    private bool? ReadChoice(string text, string culture)
    {
        if (!(OptionsIn(culture).IncludeNumbers ?? true))
        {
            return null;
        }

        var finding = new FindChoicesOptions { Locale = culture };
        var found = ChoiceRecognizers.RecognizeChoices(text, ChoicesIn(culture), finding);
        return found.Count > 0 ? found[0].Resolution.Index == 0 : null;
    }

    private List<Choice> ChoicesIn(string culture)
    {
        var defaults = choiceDefaults[culture];
        return [ConfirmChoices?.Item1 ?? defaults.Yes, ConfirmChoices?.Item2 ?? defaults.No];
    }

    private ChoiceFactoryOptions OptionsIn(string culture) => ChoiceOptions ?? choiceDefaults[culture].Options;
}
