namespace TriageBot.BotFramework.Schema;

/// <summary>A request to do something, made by a client or another bot.</summary>
public interface ICommandActivity : IActivity
{
    string? Name { get; set; }

    object? Value { get; set; }
}
