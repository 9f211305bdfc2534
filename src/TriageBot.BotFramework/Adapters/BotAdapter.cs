using System.Globalization;
using System.Security.Claims;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>Connects a bot to the outside: makes the turns, runs them through the middleware, sends what they say.</summary>
public abstract class BotAdapter
{
    /// <summary>Turn state key of the activity that answers an invoke.</summary>
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    /// <summary>Turn state key of the caller's <see cref="ClaimsIdentity"/>.</summary>
    public const string BotIdentityKey = "BotIdentity";

    /// <summary>Called with what middleware or bot threw; where it is null the exception goes to the caller.</summary>
    public Func<ITurnContext, Exception, Task>? OnTurnError { get; set; }

    public MiddlewareSet MiddlewareSet { get; } = new();

    /// <summary>True where the adapter itself keeps the replies of an <c>expectReplies</c> turn.</summary>
    internal virtual bool KeepsExpectedReplies => false;

    public BotAdapter Use(IMiddleware middleware)
    {
        MiddlewareSet.Use(middleware);
        return this;
    }

    /// <summary>Sends activities in order; the responses stand in the same order.</summary>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    );

    /// <summary>Replaces an activity sent earlier, known by its id.</summary>
    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext,
        Activity activity,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes the activity that the reference's <c>ActivityId</c> names.</summary>
    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext,
        ConversationReference reference,
        CancellationToken cancellationToken
    );

    /// <summary>Runs a turn that the bot begins, in a conversation that exists.</summary>
    public virtual Task ContinueConversationAsync(
        string botId,
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        BotAssert.ConversationReferenceNotNull(reference);
        return RunTurn(null, reference.GetContinuationActivity(), callback, cancellationToken);
    }

    /// <inheritdoc cref="ContinueConversationAsync(string, ConversationReference, BotCallbackHandler, CancellationToken)"/>
    public virtual Task ContinueConversationAsync(
        string botId,
        Activity continuationActivity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => RunTurn(null, continuationActivity, callback, cancellationToken);

    /// <inheritdoc cref="ContinueConversationAsync(string, ConversationReference, BotCallbackHandler, CancellationToken)"/>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        BotAssert.ConversationReferenceNotNull(reference);
        return RunTurn(claimsIdentity, reference.GetContinuationActivity(), callback, cancellationToken);
    }

    /// <inheritdoc cref="ContinueConversationAsync(string, ConversationReference, BotCallbackHandler, CancellationToken)"/>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        ConversationReference reference,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => ContinueConversationAsync(claimsIdentity, reference, callback, cancellationToken);

    /// <inheritdoc cref="ContinueConversationAsync(string, ConversationReference, BotCallbackHandler, CancellationToken)"/>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => RunTurn(claimsIdentity, continuationActivity, callback, cancellationToken);

    /// <inheritdoc cref="ContinueConversationAsync(string, ConversationReference, BotCallbackHandler, CancellationToken)"/>
    public virtual Task ContinueConversationAsync(
        ClaimsIdentity claimsIdentity,
        Activity continuationActivity,
        string audience,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => RunTurn(claimsIdentity, continuationActivity, callback, cancellationToken);

    /// <summary>Begins a conversation in a channel, where the adapter knows how to.</summary>
    /// <exception cref="NotSupportedException">This adapter does not.</exception>
    public virtual Task CreateConversationAsync(
        string botAppId,
        string channelId,
        string serviceUrl,
        string audience,
        ConversationParameters conversationParameters,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException($"{GetType().Name} cannot begin a conversation by itself.");

    /// <summary>Runs a turn over an activity whose sender has been checked.</summary>
    /// <returns>The answer to an invoke, or null where there is none.</returns>
    public virtual async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity,
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken cancellationToken
    )
    {
        InvokeResponse? answer = null;
        await RunTurn(claimsIdentity, activity, RunAndReadAnswer, cancellationToken).ConfigureAwait(false);
        return answer;

        async Task RunAndReadAnswer(ITurnContext turnContext, CancellationToken stop)
        {
            await callback(turnContext, stop).ConfigureAwait(false);
            answer = turnContext.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse;
        }
    }

    /// <summary>Runs middleware and bot in the culture of the activity's locale, if it names a known one.</summary>
    protected async Task RunPipelineAsync(
        ITurnContext turnContext,
        BotCallbackHandler? callback,
        CancellationToken cancellationToken
    )
    {
        BotAssert.ContextNotNull(turnContext);
        UseLocale(turnContext);
        try
        {
            await MiddlewareSet
                .ReceiveActivityWithStatusAsync(turnContext, callback, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, e).ConfigureAwait(false);
        }
    }

    private static void UseLocale(ITurnContext turnContext)
    {
        if (turnContext.Activity.Locale is not { Length: > 0 } locale)
        {
            return;
        }
        try
        {
            // Set inside an async method, the culture ends with the turn.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
            if (turnContext is TurnContext own)
            {
                own.Locale = CultureInfo.CurrentCulture.Name;
            }
        }
        catch (CultureNotFoundException)
        {
            // The channel may send anything here; a turn does not fail for it.
        }
    }

    private async Task RunTurn(
        ClaimsIdentity? claims,
        Activity activity,
        BotCallbackHandler callback,
        CancellationToken stop
    )
    {
        using var context = new TurnContext(this, activity);
        if (claims is not null)
        {
            context.TurnState.Add<System.Security.Principal.IIdentity>(BotIdentityKey, claims);
        }
        await RunPipelineAsync(context, callback, stop).ConfigureAwait(false);
    }
}
