namespace TriageBot.BotFramework.Dialogs.Recognizers;

/// <summary>A position in a text: "second" (2), "last" (0 from the end).</summary>
internal readonly record struct OrdinalMatch(TextSpan Span, decimal Value, bool IsFromEnd)
{
    /// <summary>
    /// The index that the position means in a list of <paramref name="count"/>, from 0; may lie outside it.
    /// </summary>
    public decimal IndexIn(int count) => IsFromEnd ? count - 1 - Value : Value - 1;
}
