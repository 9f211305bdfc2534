using System.Globalization;
using System.Security.Claims;

namespace TriageBot.BotFramework.Tests.Turns;

public class BotAdapterTests
{
    private readonly RecordingAdapter adapter = new();

    [Fact]
    public async Task The_bot_runs_in_the_culture_of_the_message_and_nobody_else()
    {
        var before = CultureInfo.CurrentCulture;
        string? during = null;

        await adapter.RunAsync(
            new Activity("message") { Locale = "es-MX" },
            (turn, _) =>
            {
                during = $"{CultureInfo.CurrentCulture.Name} {((TurnContext)turn).Locale}";
                return Task.CompletedTask;
            }
        );

        Assert.Equal("es-MX es-MX", during);
        Assert.Equal(before, CultureInfo.CurrentCulture);
    }

    [Theory]
    [InlineData("no such language at all")]
    [InlineData("zz-ZZ")]
    public async Task A_language_that_does_not_exist_stops_nobody(string locale)
    {
        var ran = false;

        await adapter.RunAsync(
            new Activity("message") { Locale = locale },
            (_, _) =>
            {
                ran = true;
                return Task.CompletedTask;
            }
        );

        Assert.True(ran);
    }

    [Fact]
    public async Task What_the_bot_throws_goes_to_the_error_handler_or_else_to_the_caller()
    {
        BotCallbackHandler broken = (_, _) => throw new TimeZoneNotFoundException("no");
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => adapter.RunAsync(new Activity("message"), broken));

        Exception? seen = null;
        adapter.OnTurnError = (_, e) =>
        {
            seen = e;
            return Task.CompletedTask;
        };
        await adapter.RunAsync(new Activity("message"), broken);

        Assert.IsType<TimeZoneNotFoundException>(seen);
    }

    [Fact]
    public async Task A_conversation_is_continued_with_an_event()
    {
        var reference = new ConversationReference { Conversation = new ConversationAccount(id: "c") };
        Activity? seen = null;

        await adapter.ContinueConversationAsync(
            "app",
            reference,
            (turn, _) =>
            {
                seen = turn.Activity;
                return Task.CompletedTask;
            },
            CancellationToken.None
        );

        Assert.Equal((ActivityEventNames.ContinueConversation, "c"), (seen!.Name, seen.Conversation!.Id));
    }

    [Fact]
    public async Task The_callers_claims_are_in_the_turn_state()
    {
        var claims = new ClaimsIdentity("token");
        object? seen = null;

        await adapter.ProcessActivityAsync(
            claims,
            new Activity("message"),
            (turn, _) =>
            {
                seen = turn.TurnState[BotAdapter.BotIdentityKey];
                return Task.CompletedTask;
            },
            CancellationToken.None
        );

        Assert.Same(claims, seen);
    }
}
