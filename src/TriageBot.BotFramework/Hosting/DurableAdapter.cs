using TriageBot.BotFramework.Connector;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Hosting;

/// <summary>
/// Runs turns that are transactions: what the bot sends is collected in the attempt's unit, with its id already given,
/// and whoever owns the unit commits and delivers it. The adapter itself keeps nothing, so one serves all turns.
/// </summary>
public sealed class DurableAdapter : BotAdapter
{
    internal override bool KeepsExpectedReplies => true;

    /// <summary>Runs one attempt at a turn.</summary>
    /// <param name="unit">What the attempt reads and collects; made anew for each attempt.</param>
    /// <param name="inbound">The activity, parsed anew for each attempt, because bots change it; for a turn that no
    /// user begins see <see cref="ProactiveTurn"/>.</param>
    /// <param name="bot">The bot's logic.</param>
    /// <param name="prepare">Puts what belongs to the turn into its turn state, before any middleware.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>The body of the HTTP answer where it has one: the answer to an invoke (501 where the bot gave none), or
    /// <see cref="OutgoingReplies"/> for a turn that expects them; else null.</returns>
    /// <exception cref="InvalidOperationException"><see cref="BotAdapter.OnTurnError"/> is set: it would hide from the
    /// caller that the attempt must be rolled back.</exception>
    /// <remarks>What bot or middleware throw comes out as it is.</remarks>
    public async Task<InvokeResponse?> RunAsync(
        ITurnUnit unit,
        Activity inbound,
        BotCallbackHandler bot,
        Action<ITurnContext>? prepare = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(inbound);
        ArgumentNullException.ThrowIfNull(bot);
        if (OnTurnError is not null)
        {
            throw new InvalidOperationException(
                "A durable turn has no OnTurnError: its caller handles what it throws."
            );
        }
        using var context = new TurnContext(this, inbound);
        var turn = new DurableTurn(unit);
        context.TurnState.Set(turn);
        prepare?.Invoke(context);
        await RunPipelineAsync(context, bot, cancellationToken).ConfigureAwait(false);
        return Answer(context, turn);
    }

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(activities);
        var turn = TurnOf(turnContext);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            responses[i] = new ResourceResponse(Send(turnContext, turn, activities[i]));
        }
        return Task.FromResult(responses);
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        BotAssert.ActivityNotNull(activity);
        var turn = TurnOf(turnContext);
        if (string.IsNullOrEmpty(activity.Id))
        {
            throw new ArgumentException("An update needs the id of the activity that it replaces.", nameof(activity));
        }
        turn.Update(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    )
    {
        BotAssert.ConversationReferenceNotNull(reference);
        var turn = TurnOf(turnContext);
        if (string.IsNullOrEmpty(reference.ActivityId))
        {
            throw new ArgumentException("A deletion needs the id of an activity.", nameof(reference));
        }
        turn.Delete(reference.ActivityId);
        return Task.CompletedTask;
    }

    private static string? Send(ITurnContext turnContext, DurableTurn turn, Activity activity)
    {
        switch (activity.Type)
        {
            case ActivityTypesEx.InvokeResponse:
                turnContext.TurnState.Set(InvokeResponseKey, activity);
                return activity.Id;
            // A transaction neither waits nor types.
            case ActivityTypesEx.Delay or ActivityTypes.Typing:
            // What developers note is for developers.
            case ActivityTypes.Trace when turnContext.Activity.ChannelId != Channels.Emulator:
                return activity.Id;
            default:
                return turn.Add(activity, turnContext.Activity);
        }
    }

    private static InvokeResponse? Answer(TurnContext context, DurableTurn turn)
    {
        if (context.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            return new InvokeResponse { Status = 200, Body = new OutgoingReplies(turn.Replies) };
        }
        if (context.Activity.Type != ActivityTypes.Invoke)
        {
            return null;
        }
        return context.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse
            ?? new InvokeResponse { Status = 501 };
    }

    private static DurableTurn TurnOf(ITurnContext turnContext)
    {
        BotAssert.ContextNotNull(turnContext);
        return turnContext.TurnState.Get<DurableTurn>()
            ?? throw new InvalidOperationException("This turn has no unit to collect in: begin it with RunAsync.");
    }
}
