using System.Collections;

namespace TriageBot.BotFramework;

/// <summary>Middleware in the order of its adding: the first is the outermost. A set is a middleware itself.</summary>
public class MiddlewareSet : IMiddleware, IEnumerable<IMiddleware>
{
    private readonly List<IMiddleware> middleware = [];

    public MiddlewareSet Use(IMiddleware middleware)
    {
        BotAssert.MiddlewareNotNull(middleware);
        this.middleware.Add(middleware);
        return this;
    }

    /// <summary>Runs the set around what comes after it, as if its members had been added one by one.</summary>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken) =>
        Run(turnContext, (_, stop) => next(stop), 0, cancellationToken);

    /// <summary>Runs the middleware, and <paramref name="callback"/> if every one of them called the next.</summary>
    public Task ReceiveActivityWithStatusAsync(
        ITurnContext turnContext,
        BotCallbackHandler? callback,
        CancellationToken cancellationToken
    ) => Run(turnContext, callback, 0, cancellationToken);

    public IEnumerator<IMiddleware> GetEnumerator() => middleware.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Task Run(ITurnContext turnContext, BotCallbackHandler? callback, int index, CancellationToken stop)
    {
        if (index == middleware.Count)
        {
            return callback?.Invoke(turnContext, stop) ?? Task.CompletedTask;
        }
        return middleware[index].OnTurnAsync(turnContext, inner => Run(turnContext, callback, index + 1, inner), stop);
    }
}
