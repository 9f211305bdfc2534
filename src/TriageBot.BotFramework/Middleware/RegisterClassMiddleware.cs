namespace TriageBot.BotFramework;

/// <summary>Puts one object into the turn state of every turn, under the name of <typeparamref name="T"/> or a key.</summary>
public class RegisterClassMiddleware<T> : IMiddleware
    where T : class
{
    private readonly string? key;

    public RegisterClassMiddleware(T service) => Service = service;

    public RegisterClassMiddleware(T service, string key)
        : this(service) => this.key = key;

    public T Service { get; set; }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            turnContext.TurnState.Set(Service);
        }
        else
        {
            turnContext.TurnState.Set(key, Service);
        }
        await next(cancellationToken).ConfigureAwait(false);
    }
}
