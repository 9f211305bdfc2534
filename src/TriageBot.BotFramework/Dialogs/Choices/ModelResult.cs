namespace TriageBot.BotFramework.Dialogs.Choices;

/// <summary>Something that was recognized in a text, and where.</summary>
/// <typeparam name="T">What was recognized.</typeparam>
public class ModelResult<T>
{
    /// <summary>The part of the text that matched.</summary>
    public string Text { get; set; } = null!;

    /// <summary>Index of the first matched character, from 0.</summary>
    public int Start { get; set; }

    /// <summary>Index of the last matched character, inclusive.</summary>
    public int End { get; set; }

    /// <summary>The kind of result: <c>value</c> or <c>choice</c>.</summary>
    public string TypeName { get; set; } = null!;

    /// <summary>What the matched text means.</summary>
    public T Resolution { get; set; } = default!;
}
