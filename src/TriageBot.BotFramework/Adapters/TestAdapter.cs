using System.Globalization;
using System.Security.Claims;
using TriageBot.BotFramework.Connector;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Adapters;

/// <summary>An adapter without a channel: what the bot says waits in a queue for a test to look at.</summary>
public class TestAdapter : BotAdapter
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource<IActivity?>> waiting = new();
    private int nextId;

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(DefaultConversation(channelId), sendTraceActivity) { }

    public TestAdapter(ConversationReference? conversation = null, bool sendTraceActivity = false)
    {
        Conversation = conversation ?? DefaultConversation(Channels.Test);
        EnableTrace = sendTraceActivity;
    }

    /// <summary>Whether traces are queued like replies.</summary>
    public bool EnableTrace { get; set; }

    /// <summary>The locale of messages made by <see cref="MakeActivity"/>.</summary>
    public string Locale { get; set; } = "en-us";

    /// <summary>What stamps the activities, and what time-outs and delay activities go by.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public Queue<Activity> ActiveQueue { get; } = new();

    public ConversationReference Conversation { get; set; }

    /// <summary>A reference in the test channel whose ids are the lower-case names.</summary>
    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") =>
        new()
        {
            ChannelId = Channels.Test,
            ServiceUrl = "https://test.com",
            Conversation = new ConversationAccount(false, name, name),
            User = new ChannelAccount(Lower(user), user),
            Bot = new ChannelAccount(Lower(bot), bot),
        };

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs a turn over <paramref name="activity"/>, addressed to the bot in this adapter's conversation.</summary>
    public async Task ProcessActivityAsync(
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken = default
    )
    {
        BotAssert.ActivityNotNull(activity);
        Address(activity);
        using var context = CreateTurnContext(activity);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity,
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        await ProcessActivityAsync(activity, callback, cancellationToken).ConfigureAwait(false);
        return null;
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        BotAssert.ContextNotNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("There is no activity to send.", nameof(activities));
        }
        foreach (var activity in activities)
        {
            await Send(activity, cancellationToken).ConfigureAwait(false);
        }
        return [.. activities.Select(activity => new ResourceResponse(activity.Id))];
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        var found = Requeue(queued => queued.Id == activity.Id ? activity : queued, activity.Id);
        return Task.FromResult(found ? new ResourceResponse(activity.Id) : new ResourceResponse());
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    )
    {
        Requeue(queued => queued.Id == reference.ActivityId ? null : queued, reference.ActivityId);
        return Task.CompletedTask;
    }

    /// <summary>Forgets the queue and calls the bot with a conversation update in a new conversation.</summary>
    public async Task CreateConversationAsync(
        string channelId,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        ActiveQueue.Clear();
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount { Id = Guid.NewGuid().ToString("n") };
        using var context = CreateTurnContext(update);
        await callback(context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the oldest reply off the queue; null where there is none.</summary>
    public IActivity? GetNextReply()
    {
        lock (gate)
        {
            return ActiveQueue.TryDequeue(out var reply) ? reply : null;
        }
    }

    /// <summary>Takes the oldest reply off the queue, or waits for the next one.</summary>
    /// <exception cref="TaskCanceledException">None came before the cancellation.</exception>
    public async Task<IActivity?> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<IActivity?> request;
        lock (gate)
        {
            if (waiting.Count == 0 && ActiveQueue.TryDequeue(out var reply))
            {
                return reply;
            }
            request = new TaskCompletionSource<IActivity?>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(request);
        }
        using var registration = cancellationToken.Register(() => request.TrySetCanceled(cancellationToken));
        return await request.Task.ConfigureAwait(false);
    }

    /// <summary>A message from this conversation's user.</summary>
    public Activity MakeActivity(string? text = null) =>
        new(ActivityTypes.Message)
        {
            Locale = Locale,
            From = Conversation.User,
            Recipient = Conversation.Bot,
            Conversation = Conversation.Conversation,
            ServiceUrl = Conversation.ServiceUrl,
            Id = NextId(),
            Text = text,
        };

    public virtual Task SendTextToBotAsync(
        string userSays,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    /// <summary>Makes the context of each turn; override it to put something into the turn state.</summary>
    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private static ConversationReference DefaultConversation(string channelId) =>
        new()
        {
            ChannelId = channelId,
            ServiceUrl = "https://test.com",
            User = new ChannelAccount("user1", "User1"),
            Bot = new ChannelAccount("bot", "Bot"),
            Conversation = new ConversationAccount(false, "convo1", "Conversation1"),
        };

    private static string Lower(string name) => name.ToLower(CultureInfo.InvariantCulture);

    private void Address(Activity activity)
    {
        activity.Type ??= ActivityTypes.Message;
        activity.ChannelId = Conversation.ChannelId;
        if (activity.From is null || activity.From.Id == "unknown" || activity.From.Role == RoleTypes.Bot)
        {
            activity.From = Conversation.User;
        }
        activity.Recipient = Conversation.Bot;
        activity.Conversation = Conversation.Conversation;
        activity.ServiceUrl = Conversation.ServiceUrl;
        activity.Id = NextId();
        if (activity.Timestamp is null || activity.Timestamp == default(DateTimeOffset))
        {
            activity.Timestamp = Clock.GetUtcNow();
        }
        if (activity.LocalTimestamp is null || activity.LocalTimestamp == default(DateTimeOffset))
        {
            activity.LocalTimestamp = Clock.GetLocalNow();
        }
    }

    private string NextId() => (Interlocked.Increment(ref nextId) - 1).ToString(CultureInfo.InvariantCulture);

    private async Task Send(Activity activity, CancellationToken stop)
    {
        activity.Id = string.IsNullOrEmpty(activity.Id) ? Guid.NewGuid().ToString("n") : activity.Id;
        activity.Timestamp ??= Clock.GetUtcNow();
        if (activity.Type == ActivityTypesEx.Delay)
        {
            var milliseconds = Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture);
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), Clock, stop).ConfigureAwait(false);
        }
        else if (activity.Type != ActivityTypes.Trace || EnableTrace)
        {
            Enqueue(activity);
        }
    }

    private void Enqueue(Activity activity)
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var request))
            {
                if (request.TrySetResult(activity))
                {
                    return;
                }
            }
            ActiveQueue.Enqueue(activity);
        }
    }

    private bool Requeue(Func<Activity, Activity?> change, string? id)
    {
        lock (gate)
        {
            if (ActiveQueue.All(queued => queued.Id != id))
            {
                return false;
            }
            var kept = ActiveQueue.Select(change).OfType<Activity>().ToList();
            ActiveQueue.Clear();
            kept.ForEach(ActiveQueue.Enqueue);
            return true;
        }
    }
}
