using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>Takes down activities, incoming and outgoing, in the order in which they happened.</summary>
public interface ITranscriptLogger
{
    Task LogActivityAsync(IActivity activity);
}
