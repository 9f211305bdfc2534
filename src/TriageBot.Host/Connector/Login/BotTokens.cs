namespace TriageBot.Host.Connector.Login;

/// <summary>
/// Keeps the bot's token and renews it before it ends. However many messages leave, one login at a time is under way.
/// </summary>
internal sealed class BotTokens(IBotLogin login, TimeProvider clock, ILogger<BotTokens> log)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LoginLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private volatile Held? held;
    private Task? renewal;
    private DateTimeOffset failedAt = DateTimeOffset.MinValue;

    /// <summary>A token that is in force.</summary>
    /// <exception cref="HttpRequestException">The bot cannot sign in now.</exception>
    public async ValueTask<string> GetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (held is { } token && token.Token.Until > now)
        {
            if (token.RenewAt <= now)
            {
                _ = Renew();
            }

            return token.Token.Value;
        }

        await Renew().WaitAsync(stop);
        return held is { } renewed && renewed.Token.Until > clock.GetUtcNow()
            ? renewed.Token.Value
            : throw new HttpRequestException("The bot could not sign in.");
    }

    /// <summary>Drops a token that a channel did not take, so that the next message goes out with another.</summary>
    public void Forget(string value)
    {
        lock (gate)
        {
            held = held?.Token.Value == value ? null : held;
        }
    }

    private Task Renew()
    {
        lock (gate)
        {
            if (renewal is { IsCompleted: false })
            {
                return renewal;
            }

            return clock.GetUtcNow() - failedAt < BetweenFailures ? Task.CompletedTask : renewal = SignIn();
        }
    }

    private async Task SignIn()
    {
        using var limit = new CancellationTokenSource(LoginLimit, clock);
        try
        {
            await Task.Yield();
            var token = await login.SignInAsync(limit.Token).WaitAsync(limit.Token);
            var now = clock.GetUtcNow();
            var life = token.Until - now;
            // Of a token that lives for a few minutes only, the last half counts as its end.
            held = new Held(token, token.Until - (RenewBefore < life / 2 ? RenewBefore : life / 2));
        }
        catch (Exception problem)
        {
            failedAt = clock.GetUtcNow();
            // No message: it may quote what was sent.
            log.LogError("The bot could not sign in to send messages: {Problem}", problem.GetType().Name);
        }
    }

    private sealed record Held(BotToken Token, DateTimeOffset RenewAt);
}
