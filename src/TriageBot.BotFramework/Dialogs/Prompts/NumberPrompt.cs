using TriageBot.BotFramework.Dialogs.Prompts;
using TriageBot.BotFramework.Dialogs.Recognizers;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Dialogs;

/// <summary>Asks for a number, in digits or in English or Spanish words; the first one of the answer counts.</summary>
/// <typeparam name="T">int, long, float, double or decimal.</typeparam>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id, unique in its set.</param>
    /// <param name="validator">Decides whether an answer is accepted.</param>
    /// <param name="defaultLocale">The culture of answers whose activity names none.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public NumberPrompt(string dialogId, PromptValidator<T>? validator = null, string? defaultLocale = null)
        : base(dialogId, validator)
    {
        DefaultLocale = defaultLocale;
        if (default(T) is not (int or long or float or double or decimal))
        {
            throw new NotSupportedException($"A number prompt cannot ask for a {typeof(T)}.");
        }
    }

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
    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<T>();
        if (activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text))
        {
            var culture =
                options?.RecognizeLanguage ?? activity.Locale ?? DefaultLocale ?? PromptCultureModels.English.Locale;
            var numbers = NumberRecognizer.Recognize(activity.Text, culture, withUnits: true);
            if (numbers.Count > 0 && As(numbers[0].Value) is { } value)
            {
                result.Succeeded = true;
                result.Value = value;
            }
        }

        return Task.FromResult(result);
    }

    // A number with decimals, or beyond the bounds, is no answer to a question for a whole number.
    private static T? As(decimal value) =>
        default(T) switch
        {
            int => Whole(value, int.MinValue, int.MaxValue) ? (T)(object)(int)value : null,
            long => Whole(value, long.MinValue, long.MaxValue) ? (T)(object)(long)value : null,
            float => (T)(object)(float)value,
            double => (T)(object)(double)value,
            _ => (T)(object)value,
        };

    private static bool Whole(decimal value, decimal min, decimal max) =>
        decimal.IsInteger(value) && value >= min && value <= max;
}
