namespace TriageBot.BotFramework;

/// <summary>Calls what comes after a middleware: the next one, and in the end the bot.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Something that happens around every turn of an adapter.</summary>
public interface IMiddleware
{
    /// <summary>Acts before and after <paramref name="next"/>, or keeps the turn from the bot by not calling it.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}
