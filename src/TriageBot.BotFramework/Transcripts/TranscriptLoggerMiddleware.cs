using System.Collections.Concurrent;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>Gives a logger copies of what comes in and goes out, in order, when the turn is over.</summary>
public class TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        BotAssert.ContextNotNull(turnContext);
        var transcript = new ConcurrentQueue<Activity>();
        transcript.Enqueue(Incoming(turnContext.Activity));
        Watch(turnContext, transcript);
        try
        {
            await next(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            while (transcript.TryDequeue(out var activity))
            {
                await transcriptLogger.LogActivityAsync(activity).ConfigureAwait(false);
            }
        }
    }

    private static Activity Incoming(Activity activity)
    {
        var copy = BotJson.Copy(activity);
        if (copy.From is { Role: null } user)
        {
            user.Role = RoleTypes.User;
        }
        return copy;
    }

    private static void Watch(ITurnContext turnContext, ConcurrentQueue<Activity> transcript)
    {
        turnContext.OnSendActivities(
            async (_, activities, next) =>
            {
                var responses = await next().ConfigureAwait(false);
                activities.ForEach(activity => transcript.Enqueue(BotJson.Copy(activity)));
                return responses;
            }
        );
        turnContext.OnUpdateActivity(
            async (_, activity, next) =>
            {
                var response = await next().ConfigureAwait(false);
                var update = BotJson.Copy(activity);
                update.Type = ActivityTypes.MessageUpdate;
                transcript.Enqueue(update);
                return response;
            }
        );
        turnContext.OnDeleteActivity(
            async (_, reference, next) =>
            {
                await next().ConfigureAwait(false);
                var deletion = new Activity(ActivityTypes.MessageDelete) { Id = reference.ActivityId };
                transcript.Enqueue(deletion.ApplyConversationReference(reference, isIncoming: false));
            }
        );
    }
}
