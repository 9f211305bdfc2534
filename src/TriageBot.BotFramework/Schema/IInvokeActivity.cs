namespace TriageBot.BotFramework.Schema;

/// <summary>A call that waits for an answer in the same HTTP response.</summary>
public interface IInvokeActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }

    ConversationReference? RelatesTo { get; set; }
}
