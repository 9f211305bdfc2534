using System.Globalization;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>Keeps transcripts in the process.</summary>
public class MemoryTranscriptStore : ITranscriptStore
{
    private const int PageSize = 20;
    private readonly Dictionary<(string Channel, string Conversation), List<IActivity>> transcripts = [];
    private readonly Lock gate = new();

    public Task LogActivityAsync(IActivity activity)
    {
        BotAssert.ActivityNotNull(activity);
        if (activity.ChannelId is null || activity.Conversation?.Id is null)
        {
            throw new ArgumentException("The activity names no channel or no conversation.", nameof(activity));
        }
        lock (gate)
        {
            var key = (activity.ChannelId, activity.Conversation.Id);
            if (!transcripts.TryGetValue(key, out var transcript))
            {
                transcripts[key] = transcript = [];
            }
            transcript.Add(activity);
        }
        return Task.CompletedTask;
    }

    public Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId,
        string conversationId,
        string? continuationToken = null,
        DateTimeOffset startDate = default
    )
    {
        lock (gate)
        {
            var transcript = transcripts.GetValueOrDefault((channelId, conversationId)) ?? [];
            var since = transcript.Where(activity => (activity.Timestamp ?? DateTimeOffset.MaxValue) >= startDate);
            return Task.FromResult(Page(since.ToList(), continuationToken));
        }
    }

    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null)
    {
        lock (gate)
        {
            var infos = transcripts
                .Where(transcript => transcript.Key.Channel == channelId)
                .Select(transcript => new TranscriptInfo
                {
                    ChannelId = channelId,
                    Id = transcript.Key.Conversation,
                    Created = transcript.Value[0].Timestamp ?? default,
                })
                .OrderBy(info => info.Created)
                .ToList();
            return Task.FromResult(Page(infos, continuationToken));
        }
    }

    public Task DeleteTranscriptAsync(string channelId, string conversationId)
    {
        lock (gate)
        {
            transcripts.Remove((channelId, conversationId));
        }
        return Task.CompletedTask;
    }

    private static PagedResult<T> Page<T>(List<T> all, string? continuationToken)
    {
        var start = continuationToken is null ? 0 : int.Parse(continuationToken, CultureInfo.InvariantCulture);
        var next = start + PageSize;
        return new PagedResult<T>
        {
            Items = [.. all.Skip(start).Take(PageSize)],
            ContinuationToken = next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : null,
        };
    }
}
