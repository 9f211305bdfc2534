namespace TriageBot.BotFramework;

/// <summary>Some items of a list, and where it goes on.</summary>
public class PagedResult<T>
{
    public T[] Items { get; set; } = [];

    /// <summary>What to ask for the next page with; null on the last one.</summary>
    public string? ContinuationToken { get; set; }
}
