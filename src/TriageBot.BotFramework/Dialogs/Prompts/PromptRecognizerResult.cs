namespace TriageBot.BotFramework.Dialogs;

/// <summary>What a prompt read from an answer.</summary>
/// <typeparam name="T">What the prompt asks for.</typeparam>
public class PromptRecognizerResult<T>
{
    /// <summary>Whether the answer could be read.</summary>
    public bool Succeeded { get; set; }

    /// <summary>What was read; default where it could not be read.</summary>
    public T Value { get; set; } = default!;

    /// <summary>Whether those who started the prompt may take the answer as something else.</summary>
    public bool AllowInterruption { get; set; }
}
