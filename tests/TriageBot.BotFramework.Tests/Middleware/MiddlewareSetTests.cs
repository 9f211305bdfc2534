namespace TriageBot.BotFramework.Tests.Middleware;

public class MiddlewareSetTests
{
    private readonly List<string> log = [];

    [Fact]
    public async Task The_first_added_is_the_outermost()
    {
        var set = new MiddlewareSet().Use(Around("a")).Use(Around("b"));

        await set.ReceiveActivityWithStatusAsync(null!, Bot, CancellationToken.None);

        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], log);
    }

    [Fact]
    public async Task A_set_within_a_set_is_around_what_follows_it()
    {
        var set = new MiddlewareSet().Use(new MiddlewareSet().Use(Around("a"))).Use(Around("b"));

        await set.ReceiveActivityWithStatusAsync(null!, Bot, CancellationToken.None);

        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], log);
    }

    [Fact]
    public async Task One_that_does_not_go_on_keeps_the_turn_from_the_bot()
    {
        var set = new MiddlewareSet().Use(Around("a")).Use(new Step((_, _) => Task.CompletedTask));

        await set.ReceiveActivityWithStatusAsync(null!, Bot, CancellationToken.None);

        Assert.Equal(["a in", "a out"], log);
    }

    [Fact]
    public async Task An_empty_set_is_only_the_bot_and_without_a_bot_nothing()
    {
        await new MiddlewareSet().ReceiveActivityWithStatusAsync(null!, Bot, CancellationToken.None);
        await new MiddlewareSet().ReceiveActivityWithStatusAsync(null!, null, CancellationToken.None);

        Assert.Equal(["bot"], log);
    }

    [Fact]
    public async Task What_is_registered_is_in_every_turn()
    {
        var storage = new MemoryStorage();
        var user = new UserState(storage);
        var adapter = new TestAdapter();
        adapter.UseStorage(storage).UseBotState(user);

        await new TestFlow(
            adapter,
            (turn, stop) =>
                turn.SendActivityAsync(
                    $"{turn.TurnState.Get<IStorage>() == storage} {turn.TurnState.Get<UserState>() == user}",
                    cancellationToken: stop
                )
        )
            .Test("hello", "True True")
            .StartTestAsync();
    }

    private Step Around(string name) =>
        new(
            async (next, stop) =>
            {
                log.Add(name + " in");
                await next(stop);
                log.Add(name + " out");
            }
        );

    private Task Bot(ITurnContext turn, CancellationToken stop)
    {
        log.Add("bot");
        return Task.CompletedTask;
    }

    private sealed class Step(Func<NextDelegate, CancellationToken, Task> act) : IMiddleware
    {
        public Task OnTurnAsync(
            ITurnContext turnContext,
            NextDelegate next,
            CancellationToken cancellationToken = default
        ) => act(next, cancellationToken);
    }
}
