using System.Globalization;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>What a validator sees.</summary>
/// <typeparam name="T">What the prompt asks for.</typeparam>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(
        ITurnContext turnContext,
        PromptRecognizerResult<T> recognized,
        IDictionary<string, object> state,
        PromptOptions options
    )
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
    }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; }

    /// <summary>What was read; the validator may change the value.</summary>
    public PromptRecognizerResult<T> Recognized { get; }

    /// <summary>What the prompt was begun with.</summary>
    public PromptOptions Options { get; }

    /// <summary>What the validator may keep between attempts.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>How many answers this prompt has had, this one included.</summary>
    public int AttemptCount =>
        State.TryGetValue(PromptMemory.AttemptCountKey, out var count)
            ? Convert.ToInt32(count, CultureInfo.InvariantCulture)
            : 0;
}
