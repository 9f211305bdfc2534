using System.Runtime.CompilerServices;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>The turn that an adapter hands to middleware and bot.</summary>
public class TurnContext : ITurnContext, IDisposable
{
    private const string LocaleKey = "turn.locale";

    // Bot authors' tests look these up under the SDK's names.
    private readonly List<SendActivitiesHandler> _onSendActivities = [];
    private readonly List<UpdateActivityHandler> _onUpdateActivity = [];
    private readonly List<DeleteActivityHandler> _onDeleteActivity = [];

    /// <summary>Begins a turn.</summary>
    [OverloadResolutionPriority(1)]
    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = adapter;
        Activity = activity;
        TurnState = new TurnContextStateCollection();
        BufferedReplyActivities = [];
    }

    /// <summary>Continues a turn over another activity: same adapter, turn state, handlers and reply buffer.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        Adapter = turnContext.Adapter;
        Activity = activity;
        TurnState = turnContext.TurnState;
        Responded = turnContext.Responded;
        BufferedReplyActivities = [];
        if (turnContext is TurnContext other)
        {
            _onSendActivities = other._onSendActivities;
            _onUpdateActivity = other._onUpdateActivity;
            _onDeleteActivity = other._onDeleteActivity;
            BufferedReplyActivities = other.BufferedReplyActivities;
        }
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; }

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>The language of this turn where the channel's or the bot's choice differs from the process's.</summary>
    public string? Locale
    {
        get => TurnState.Get<string>(LocaleKey);
        set
        {
            if (string.IsNullOrEmpty(value))
            {
                TurnState.Remove(LocaleKey);
                return;
            }
            TurnState.Set(LocaleKey, value);
        }
    }

    /// <summary>The replies of an <c>expectReplies</c> turn, where the adapter leaves keeping them to the turn.</summary>
    public List<Activity> BufferedReplyActivities { get; }

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _onSendActivities.Add(handler);
        return this;
    }

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _onUpdateActivity.Add(handler);
        return this;
    }

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _onDeleteActivity.Add(handler);
        return this;
    }

    public Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend,
        string? speak = null,
        string? inputHint = null,
        CancellationToken cancellationToken = default
    )
    {
        if (string.IsNullOrWhiteSpace(textReplyToSend))
        {
            throw new ArgumentNullException(nameof(textReplyToSend), "There is no text to send.");
        }
        var message = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        message.Speak = string.IsNullOrEmpty(speak) ? null : speak;
        message.InputHint = string.IsNullOrEmpty(inputHint) ? null : inputHint;
        return SendActivityAsync(message, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(
        IActivity activity,
        CancellationToken cancellationToken = default
    )
    {
        BotAssert.ActivityNotNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken).ConfigureAwait(false);
        return responses.FirstOrDefault() ?? new ResourceResponse();
    }

    public async Task<ResourceResponse[]> SendActivitiesAsync(
        IActivity[] activities,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("There is no activity to send.", nameof(activities));
        }
        var reference = Activity.GetConversationReference();
        var outgoing = activities.Select(activity => activity.ApplyConversationReference(reference)).ToList();
        return await Send(0).ConfigureAwait(false) ?? [];

        Task<ResourceResponse[]?> Send(int handler) =>
            handler == _onSendActivities.Count
                ? SendThroughAdapter(outgoing, cancellationToken)
                : _onSendActivities[handler](this, outgoing, () => Send(handler + 1));
    }

    public async Task<ResourceResponse> UpdateActivityAsync(
        IActivity activity,
        CancellationToken cancellationToken = default
    )
    {
        BotAssert.ActivityNotNull(activity);
        var changed = activity.ApplyConversationReference(Activity.GetConversationReference());
        return await Update(0).ConfigureAwait(false) ?? new ResourceResponse();

        async Task<ResourceResponse?> Update(int handler) =>
            handler == _onUpdateActivity.Count
                ? await Adapter.UpdateActivityAsync(this, changed, cancellationToken).ConfigureAwait(false)
                : await _onUpdateActivity[handler](this, changed, () => Update(handler + 1)).ConfigureAwait(false);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(activityId))
        {
            throw new ArgumentNullException(nameof(activityId), "Which activity is to be deleted?");
        }
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(
        ConversationReference conversationReference,
        CancellationToken cancellationToken = default
    )
    {
        BotAssert.ConversationReferenceNotNull(conversationReference);
        return Delete(0);

        Task Delete(int handler) =>
            handler == _onDeleteActivity.Count
                ? Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken)
                : _onDeleteActivity[handler](this, conversationReference, () => Delete(handler + 1));
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            TurnState.Dispose();
        }
    }

    private async Task<ResourceResponse[]?> SendThroughAdapter(List<Activity> outgoing, CancellationToken stop)
    {
        var responses =
            Activity.DeliveryMode == DeliveryModes.ExpectReplies && !Adapter.KeepsExpectedReplies
                ? Buffer(outgoing)
                : await Adapter.SendActivitiesAsync(this, [.. outgoing], stop).ConfigureAwait(false);
        foreach (var (activity, response) in outgoing.Zip(responses))
        {
            activity.Id = response.Id;
        }
        Responded |= outgoing.Any(activity => activity.Type != ActivityTypes.Trace);
        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> outgoing)
    {
        BufferedReplyActivities.AddRange(outgoing);
        foreach (var answer in outgoing.Where(activity => activity.Type == ActivityTypesEx.InvokeResponse))
        {
            TurnState.Set(BotAdapter.InvokeResponseKey, answer);
        }
        return [.. outgoing.Select(activity => new ResourceResponse(activity.Id))];
    }
}
