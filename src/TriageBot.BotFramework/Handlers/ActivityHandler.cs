using System.Net;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework;

/// <summary>A bot that has a method for each kind of activity; override the ones that matter.</summary>
public partial class ActivityHandler : IBot
{
    /// <summary>Calls the method of the activity's type. An override adds what all types have in common.</summary>
    public virtual Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        if (turnContext.Activity is null)
        {
            throw new ArgumentException("The turn has no activity.", nameof(turnContext));
        }
        return turnContext.Activity.Type switch
        {
            null => throw new ArgumentException("The turn's activity has no type.", nameof(turnContext)),
            ActivityTypes.Message => OnMessageActivityAsync(As<IMessageActivity>(), cancellationToken),
            ActivityTypes.MessageUpdate => OnMessageUpdateActivityAsync(
                As<IMessageUpdateActivity>(),
                cancellationToken
            ),
            ActivityTypes.MessageDelete => OnMessageDeleteActivityAsync(
                As<IMessageDeleteActivity>(),
                cancellationToken
            ),
            ActivityTypes.ConversationUpdate => OnConversationUpdateActivityAsync(
                As<IConversationUpdateActivity>(),
                cancellationToken
            ),
            ActivityTypes.MessageReaction => OnMessageReactionActivityAsync(
                As<IMessageReactionActivity>(),
                cancellationToken
            ),
            ActivityTypes.Event => OnEventActivityAsync(As<IEventActivity>(), cancellationToken),
            ActivityTypes.Invoke => AnswerInvoke(turnContext, cancellationToken),
            ActivityTypes.EndOfConversation => OnEndOfConversationActivityAsync(
                As<IEndOfConversationActivity>(),
                cancellationToken
            ),
            ActivityTypes.Typing => OnTypingActivityAsync(As<ITypingActivity>(), cancellationToken),
            ActivityTypes.InstallationUpdate => OnInstallationUpdateActivityAsync(
                As<IInstallationUpdateActivity>(),
                cancellationToken
            ),
            ActivityTypes.Command => OnCommandActivityAsync(As<ICommandActivity>(), cancellationToken),
            ActivityTypes.CommandResult => OnCommandResultActivityAsync(
                As<ICommandResultActivity>(),
                cancellationToken
            ),
            _ => OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken),
        };

        DelegatingTurnContext<T> As<T>()
            where T : IActivity => new(turnContext);
    }

    /// <summary>An answer with status 200.</summary>
    protected static InvokeResponse CreateInvokeResponse(object? body = null) =>
        new() { Status = (int)HttpStatusCode.OK, Body = body };

    private async Task AnswerInvoke(ITurnContext turnContext, CancellationToken stop)
    {
        InvokeResponse? answer;
        try
        {
            var context = new DelegatingTurnContext<IInvokeActivity>(turnContext);
            answer = await OnInvokeActivityAsync(context, stop).ConfigureAwait(false);
        }
        catch (InvokeResponseException e)
        {
            answer = e.CreateInvokeResponse();
        }
        // The bot may have answered itself, by sending an invoke response.
        if (answer is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
        {
            var activity = new Activity(ActivityTypesEx.InvokeResponse) { Value = answer };
            await turnContext.SendActivityAsync(activity, stop).ConfigureAwait(false);
        }
    }
}
