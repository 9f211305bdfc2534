using TriageBot.BotFramework.Dialogs.Choices;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>What a prompt asks. It is stored between turns.</summary>
public class PromptOptions
{
    /// <summary>Makes empty options.</summary>
    public PromptOptions() { }

    /// <summary>Makes options.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="retryPrompt">What to ask after an answer that could not be read.</param>
    /// <param name="choices">What a choice prompt offers.</param>
    /// <param name="style">How the choices are shown.</param>
    /// <param name="validations">What the prompt's validator needs.</param>
    /// <param name="recognizeLanguage">The culture in which the answer is read.</param>
    public PromptOptions(
        Activity? prompt = null,
        Activity? retryPrompt = null,
        IList<Choice>? choices = null,
        ListStyle? style = null,
        object? validations = null,
        string? recognizeLanguage = null
    )
    {
        Prompt = prompt;
        RetryPrompt = retryPrompt;
        Choices = choices;
        Style = style;
        Validations = validations;
        RecognizeLanguage = recognizeLanguage;
    }

    /// <summary>What to ask; null says nothing.</summary>
    public Activity? Prompt { get; set; }

    /// <summary>
    /// What to ask after an answer that could not be read; <see cref="Prompt"/> again where it is null.
    /// </summary>
    public Activity? RetryPrompt { get; set; }

    /// <summary>What a choice prompt offers.</summary>
    public IList<Choice>? Choices { get; set; }

    /// <summary>How the choices are shown; the prompt's own style where it is null.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>What the prompt's validator needs; a value that the state codec knows.</summary>
    public object? Validations { get; set; }

    /// <summary>The culture in which the answer is read; where null, the activity's or the prompt's default.</summary>
    public string? RecognizeLanguage { get; set; }
}
