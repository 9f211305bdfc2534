namespace TriageBot.BotFramework.Dialogs;

/// <summary>
/// Decides whether a prompt accepts an answer. Where it says something itself, the prompt does not ask again.
/// </summary>
/// <typeparam name="T">What the prompt asks for.</typeparam>
/// <param name="promptContext">The turn and what was read; it is called for answers that could not be read too.</param>
/// <param name="cancellationToken">Stops the turn.</param>
/// <returns>True to end the prompt with what was read.</returns>
public delegate Task<bool> PromptValidator<T>(
    PromptValidatorContext<T> promptContext,
    CancellationToken cancellationToken
);
