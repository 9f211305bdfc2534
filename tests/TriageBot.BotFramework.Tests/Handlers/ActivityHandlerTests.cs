using System.Net;
using TriageBot.BotFramework.Tests.Turns;

namespace TriageBot.BotFramework.Tests.Handlers;

public class ActivityHandlerTests
{
    private readonly RecordingAdapter adapter = new();

    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData(ActivityTypes.EndOfConversation, "end")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData("shall.not.pass", "unrecognized")]
    public async Task Each_kind_of_activity_has_its_method(string type, string called)
    {
        Assert.Equal(called, await Called(new Activity(type)));
    }

    [Theory]
    [InlineData("u b", null, "added")]
    [InlineData("b", null, "")]
    [InlineData("", "u", "removed")]
    [InlineData(null, "b u", "removed")]
    [InlineData(null, "b", "")]
    public async Task Comings_and_goings_of_others_than_the_bot_are_told(string? added, string? removed, string called)
    {
        var update = new Activity(ActivityTypes.ConversationUpdate)
        {
            Recipient = new ChannelAccount("b"),
            MembersAdded = Members(added),
            MembersRemoved = Members(removed),
        };

        Assert.Equal(called, await Called(update));
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "uninstalled")]
    [InlineData("other", "")]
    public async Task Installations_are_told_apart(string action, string called)
    {
        Assert.Equal(called, await Called(new Activity(ActivityTypes.InstallationUpdate) { Action = action }));
    }

    [Fact]
    public async Task Reactions_that_came_are_told_before_those_that_went()
    {
        var reaction = new Activity(ActivityTypes.MessageReaction)
        {
            ReactionsAdded = [new MessageReaction("like")],
            ReactionsRemoved = [new MessageReaction("sad")],
        };

        Assert.Equal("like sad", await Called(reaction));
    }

    [Theory]
    [InlineData("known", 200)]
    [InlineData("forbidden", 403)]
    [InlineData("unknown", 501)]
    public async Task An_invoke_is_answered(string name, int status)
    {
        await Called(new Activity(ActivityTypes.Invoke) { Name = name });

        var answer = Assert.Single(adapter.Sent);
        Assert.Equal(ActivityTypesEx.InvokeResponse, answer.Type);
        Assert.Equal(status, Assert.IsType<InvokeResponse>(answer.Value).Status);
    }

    [Fact]
    public async Task A_health_check_is_answered_that_all_is_well()
    {
        await Called(new Activity(ActivityTypes.Invoke) { Name = "healthCheck" });

        var answer = BotJson.Write(Assert.Single(adapter.Sent));
        Assert.Contains("\"status\":200", answer, StringComparison.Ordinal);
        Assert.Contains("\"healthResults\":{\"success\":true,\"messages\":[\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActivityTypes.Command)]
    [InlineData(ActivityTypes.CommandResult)]
    public async Task Commands_and_their_results_have_a_method_each(string type)
    {
        var command = new CommandResultValue<object> { CommandId = "1", Error = new Error("Busy", "Later.") };

        Assert.Equal(type, await Called(new Activity(type) { Name = "application/vnd.go", Value = command }));
        Assert.Contains(
            "\"value\":{\"commandId\":\"1\",\"error\":{\"code\":\"Busy\",\"message\":\"Later.\"}}",
            BotJson.Write(new Activity(type) { Value = command }),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_turn_without_a_type_is_an_error()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Called(new Activity()));
    }

    private static List<ChannelAccount>? Members(string? ids) =>
        ids?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new ChannelAccount(id)).ToList();

    private async Task<string> Called(Activity activity)
    {
        var bot = new Teller();
        await adapter.RunAsync(activity, bot.OnTurnAsync);
        return string.Join(' ', bot.Calls);
    }

    private sealed class Teller : ActivityHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task OnMessageActivityAsync(
            ITurnContext<IMessageActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell("message");

        protected override Task OnEventAsync(
            ITurnContext<IEventActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell("event");

        protected override Task OnCommandActivityAsync(
            ITurnContext<ICommandActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell(ActivityTypes.Command);

        protected override Task OnCommandResultActivityAsync(
            ITurnContext<ICommandResultActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell(ActivityTypes.CommandResult);

        protected override Task OnEndOfConversationActivityAsync(
            ITurnContext<IEndOfConversationActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell("end");

        protected override Task OnTypingActivityAsync(
            ITurnContext<ITypingActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell("typing");

        protected override Task OnUnrecognizedActivityTypeAsync(
            ITurnContext turnContext,
            CancellationToken cancellationToken
        ) => Tell("unrecognized");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell("added");

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved,
            ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell("removed");

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell("installed");

        protected override Task OnInstallationUpdateRemoveAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell("uninstalled");

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell(messageReactions[0].Type!);

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions,
            ITurnContext<IMessageReactionActivity> turnContext,
            CancellationToken cancellationToken
        ) => Tell(messageReactions[0].Type!);

        protected override Task<InvokeResponse?> OnInvokeActivityAsync(
            ITurnContext<IInvokeActivity> turnContext,
            CancellationToken cancellationToken
        ) =>
            turnContext.Activity.Name switch
            {
                "known" => Task.FromResult<InvokeResponse?>(CreateInvokeResponse()),
                "forbidden" => throw new InvokeResponseException(HttpStatusCode.Forbidden),
                _ => base.OnInvokeActivityAsync(turnContext, cancellationToken),
            };

        private Task Tell(string what)
        {
            Calls.Add(what);
            return Task.CompletedTask;
        }
    }
}
