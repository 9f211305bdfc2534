namespace TriageBot.BotFramework;

/// <summary>A value that knows which version of itself it is.</summary>
public interface IStoreItem
{
    /// <summary>The version as storage gave it; <c>*</c> writes over any version.</summary>
    string? ETag { get; set; }
}
