using System.Globalization;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>What a prompt keeps in its entry on the stack.</summary>
internal static class PromptMemory
{
    public const string AttemptCountKey = "AttemptCount";

    private const string OptionsKey = "options";
    private const string StateKey = "state";

    public static (IDictionary<string, object> State, PromptOptions Options) Begin(
        DialogInstance instance,
        object? options
    )
    {
        Misplaced.Reject(options, nameof(options));
        if (options is not PromptOptions promptOptions)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "A prompt is begun with PromptOptions.");
        }

        ExpectInput(promptOptions.Prompt);
        ExpectInput(promptOptions.RetryPrompt);
        instance.State[OptionsKey] = promptOptions;
        instance.State[StateKey] = new Dictionary<string, object> { [AttemptCountKey] = 0 };
        return Of(instance);
    }

    public static (IDictionary<string, object> State, PromptOptions Options) Of(DialogInstance instance) =>
        ((IDictionary<string, object>)instance.State[StateKey], (PromptOptions)instance.State[OptionsKey]);

    public static void CountAttempt(IDictionary<string, object> state) =>
        state[AttemptCountKey] = Convert.ToInt32(state[AttemptCountKey], CultureInfo.InvariantCulture) + 1;

    private static void ExpectInput(Activity? prompt)
    {
        if (prompt is not null && string.IsNullOrEmpty(prompt.InputHint))
        {
            prompt.InputHint = InputHints.ExpectingInput;
        }
    }
}
