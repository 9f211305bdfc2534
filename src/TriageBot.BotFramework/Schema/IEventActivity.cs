namespace TriageBot.BotFramework.Schema;

/// <summary>A happening for machines, known by its name.</summary>
public interface IEventActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }

    ConversationReference? RelatesTo { get; set; }
}
