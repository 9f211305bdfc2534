using Moq;
using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class DialogSetTests
{
    [Fact]
    public void Dialogs_are_found_by_id()
    {
        var dialogs = new DialogSet().Add(new WaterfallDialog("a")).Add(new WaterfallDialog("b"));

        Assert.Equal("b", dialogs.Find("b")!.Id);
        Assert.Null(dialogs.Find("c"));
        Assert.Equal(["a", "b"], dialogs.GetDialogs().Select(dialog => dialog.Id));
        Assert.Throws<ArgumentNullException>(() => dialogs.Find(""));
    }

    [Fact]
    public void A_dialog_with_a_taken_id_is_renamed_and_the_same_one_is_added_once()
    {
        var first = new WaterfallDialog("ask");
        var dialogs = new DialogSet()
            .Add(first)
            .Add(first)
            .Add(new WaterfallDialog("ask"))
            .Add(new WaterfallDialog("ask"));

        Assert.Equal(["ask", "ask2", "ask3"], dialogs.GetDialogs().Select(dialog => dialog.Id));
        Assert.Same(first, dialogs.Find("ask"));
    }

    [Fact]
    public void A_dialog_without_an_id_is_called_like_its_type() =>
        Assert.NotNull(new DialogSet().Add(new Caller()).Find(nameof(Caller)));

    [Fact]
    public void Dialogs_that_a_dialog_depends_on_are_added_with_it() =>
        Assert.NotNull(new DialogSet().Add(new Caller()).Find("callee"));

    [Fact]
    public void The_version_changes_with_the_dialogs()
    {
        var empty = new DialogSet().GetVersion();
        var dialogs = new DialogSet().Add(new WaterfallDialog("a"));
        var one = dialogs.GetVersion();
        dialogs.Add(new WaterfallDialog("b"));

        Assert.Equal(empty, new DialogSet().GetVersion());
        Assert.Equal(one, new DialogSet().Add(new WaterfallDialog("a")).GetVersion());
        Assert.Equal(3, new HashSet<string> { empty, one, dialogs.GetVersion() }.Count);
    }

    [Fact]
    public async Task A_set_without_state_opens_no_stack()
    {
        var turn = new TurnContext(new TestAdapter(), new Activity());

        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(turn));
        Assert.Throws<ArgumentNullException>(() => new DialogSet(null!));
    }

    [Fact]
    public async Task The_stack_is_kept_in_the_state_property()
    {
        var state = new ConversationState(Talk.Memory()).CreateProperty<DialogState>("stack");
        var turn = new TurnContext(
            new TestAdapter(),
            new Activity
            {
                ChannelId = "test",
                Conversation = new ConversationAccount { Id = "c" },
            }
        );

        var dc = await new DialogSet(state).Add(new Waiting()).CreateContextAsync(turn);
        await dc.BeginDialogAsync("wait");

        Assert.Equal("wait", Assert.Single((await state.GetAsync(turn)).DialogStack).Id);
    }

    [Fact]
    public void The_telemetry_client_reaches_every_dialog_even_in_a_circle()
    {
        var client = new Mock<IBotTelemetryClient>().Object;
        var one = new ComponentDialog("one");
        var two = new ComponentDialog("two");
        one.Dialogs.Add(two);
        two.Dialogs.Add(one);

        one.Dialogs.TelemetryClient = client;

        Assert.Same(client, two.TelemetryClient);
        one.Dialogs.TelemetryClient = null!;
        Assert.IsType<NullBotTelemetryClient>(two.TelemetryClient);
    }

    private sealed class Waiting() : Dialog("wait")
    {
        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc,
            object? options = null,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(EndOfTurn);
    }

    private sealed class Caller : Dialog, IDialogDependencies
    {
        public IEnumerable<Dialog> GetDependencies() => [new WaterfallDialog("callee")];

        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc,
            object? options = null,
            CancellationToken cancellationToken = default
        ) => dc.BeginDialogAsync("callee", options, cancellationToken);
    }
}
