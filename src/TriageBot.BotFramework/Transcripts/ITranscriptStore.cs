using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>Takes down activities and gives them back, in pages.</summary>
public interface ITranscriptStore : ITranscriptLogger
{
    /// <summary>Activities since <paramref name="startDate"/>, oldest first.</summary>
    Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId,
        string conversationId,
        string? continuationToken = null,
        DateTimeOffset startDate = default
    );

    Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null);

    Task DeleteTranscriptAsync(string channelId, string conversationId);
}
