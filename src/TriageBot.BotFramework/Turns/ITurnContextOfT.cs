using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>A turn whose activity is known to be of one kind.</summary>
public interface ITurnContext<out T> : ITurnContext
    where T : IActivity
{
    new T Activity { get; }
}
