using System.Globalization;
using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public sealed class DialogContextTests : IDisposable
{
    private readonly List<string> log = [];
    private readonly TurnContext turn = new(
        new TestAdapter(),
        new Activity(ActivityTypes.Message) { Text = "hi", ChannelId = "test" }
    );

    public void Dispose() => turn.Dispose();

    [Fact]
    public async Task Beginning_puts_a_dialog_on_the_stack_and_ending_lets_the_one_below_go_on()
    {
        var dc = Stack(new Logging("a", log), new Logging("b", log));

        await dc.BeginDialogAsync("a", "x");
        await dc.BeginDialogAsync("b");
        Assert.Equal(["b", "a"], dc.Stack.Select(instance => instance.Id));
        var result = await dc.EndDialogAsync(5);

        Assert.Equal("a", dc.ActiveDialog!.Id);
        Assert.Equal(DialogTurnStatus.Waiting, result.Status);
        Assert.Equal(["a begins x", "b begins ", "b ends EndCalled", "a resumes 5"], log);
    }

    [Fact]
    public async Task Ending_the_last_dialog_completes_with_its_result()
    {
        var dc = Stack(new Logging("a", log));
        await dc.BeginDialogAsync("a");

        var result = await dc.EndDialogAsync("r");

        Assert.Equal((DialogTurnStatus.Complete, "r"), (result.Status, result.Result));
        Assert.Null(dc.ActiveDialog);
    }

    [Fact]
    public async Task Continuing_an_empty_stack_says_so() =>
        Assert.Equal(DialogTurnStatus.Empty, (await Stack().ContinueDialogAsync()).Status);

    [Fact]
    public async Task Replacing_ends_one_dialog_and_begins_another_without_resuming_the_one_below()
    {
        var dc = Stack(new Logging("a", log), new Logging("b", log), new Logging("c", log));
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("b");
        log.Clear();

        await dc.ReplaceDialogAsync("c", 1);

        Assert.Equal(["b ends ReplaceCalled", "c begins 1"], log);
        Assert.Equal(["c", "a"], dc.Stack.Select(instance => instance.Id));
    }

    [Fact]
    public async Task Reprompting_reaches_the_active_dialog_unless_it_handles_the_event()
    {
        var quiet = new Logging("quiet", log) { Handles = DialogEvents.RepromptDialog };
        var dc = Stack(new Logging("a", log), quiet);
        await dc.BeginDialogAsync("a");
        await dc.RepromptDialogAsync();
        await dc.BeginDialogAsync("quiet");
        await dc.RepromptDialogAsync();

        Assert.Equal(
            ["a begins ", "a hears repromptDialog", "a reprompts", "quiet begins ", "quiet hears repromptDialog"],
            log
        );
    }

    [Fact]
    public async Task A_dialog_stops_the_cancelling_by_handling_the_event()
    {
        var keeper = new Logging("keeper", log) { Handles = DialogEvents.CancelDialog };
        var dc = Stack(new Logging("a", log), keeper, new Logging("b", log));
        await dc.BeginDialogAsync("a");
        await dc.BeginDialogAsync("keeper");
        await dc.BeginDialogAsync("b");

        await dc.CancelAllDialogsAsync();

        Assert.Equal(["keeper", "a"], dc.Stack.Select(instance => instance.Id));
        Assert.Equal("b ends CancelCalled", log[^2]);
        Assert.Equal("keeper hears cancelDialog", log[^1]);
    }

    [Fact]
    public async Task Cancelling_can_reach_the_outer_stacks()
    {
        var outer = Stack(new Logging("a", log));
        await outer.BeginDialogAsync("a");
        var inner = new DialogContext(new DialogSet().Add(new Logging("b", log)), outer, new DialogState());
        await inner.BeginDialogAsync("b");

        await inner.CancelAllDialogsAsync();
        Assert.Single(outer.Stack);
        await inner.CancelAllDialogsAsync(true, "leave", "now");
        Assert.Empty(outer.Stack);
        Assert.Contains("a hears leave", log);
    }

    [Fact]
    public async Task An_event_bubbles_to_the_outer_stacks()
    {
        var outer = Stack(new Logging("a", log) { Handles = "custom" });
        await outer.BeginDialogAsync("a");
        var inner = new DialogContext(new DialogSet().Add(new Logging("b", log)), outer, new DialogState());
        await inner.BeginDialogAsync("b");

        Assert.True(await inner.EmitEventAsync("custom"));
        Assert.False(await inner.EmitEventAsync("custom", bubble: false));
        Assert.False(await Stack().EmitEventAsync("custom"));
        Assert.Equal(["b hears custom", "a hears custom", "b hears custom"], log.Skip(2));
    }

    [Fact]
    public async Task Unknown_dialogs_are_named_in_the_error()
    {
        var dc = Stack();

        var begun = await Assert.ThrowsAsync<ArgumentException>(() => dc.BeginDialogAsync("ghost"));
        Assert.Contains("'ghost'", begun.Message, StringComparison.Ordinal);
        Assert.Empty(dc.Stack);
        dc.Stack.Add(new DialogInstance { Id = "gone" });
        var continued = await Assert.ThrowsAsync<InvalidOperationException>(() => dc.ContinueDialogAsync());
        Assert.Contains("'gone'", continued.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.BeginDialogAsync(""));
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.PromptAsync("ghost", null!));
    }

    [Fact]
    public void Inner_stacks_begin_with_the_outer_ones_services()
    {
        var outer = Stack();
        outer.Services["clock"] = "noon";
        var inner = new DialogContext(new DialogSet(), outer, new DialogState());
        inner.Services["lamp"] = "on";

        Assert.Equal("noon", inner.Services["clock"]);
        Assert.False(outer.Services.ContainsKey("lamp"));
    }

    [Fact]
    public void The_locale_is_the_turns_else_the_activitys_else_the_threads()
    {
        var dc = Stack();

        Assert.Equal(CultureInfo.CurrentCulture.Name, dc.GetLocale());
        turn.Activity.Locale = "es-mx";
        Assert.Equal("es-MX", dc.GetLocale());
        turn.Locale = "en-GB";
        Assert.Equal("en-GB", dc.GetLocale());
        turn.Locale = "not a culture";
        Assert.Equal(CultureInfo.CurrentCulture.Name, dc.GetLocale());
    }

    private DialogContext Stack(params Dialog[] dialogs)
    {
        var set = new DialogSet();
        Array.ForEach(dialogs, dialog => set.Add(dialog));
        return new DialogContext(set, turn, new DialogState());
    }

    private sealed class Logging(string id, List<string> log) : Dialog(id)
    {
        public string? Handles { get; init; }

        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc,
            object? options = null,
            CancellationToken cancellationToken = default
        ) => Log($"begins {options}");

        public override Task<DialogTurnResult> ResumeDialogAsync(
            DialogContext dc,
            DialogReason reason,
            object? result = null,
            CancellationToken cancellationToken = default
        ) => Log($"resumes {result}");

        public override Task RepromptDialogAsync(
            ITurnContext turnContext,
            DialogInstance instance,
            CancellationToken cancellationToken = default
        ) => Log("reprompts");

        public override Task EndDialogAsync(
            ITurnContext turnContext,
            DialogInstance instance,
            DialogReason reason,
            CancellationToken cancellationToken = default
        ) => Log($"ends {reason}");

        protected override async Task<bool> OnPreBubbleEventAsync(
            DialogContext dc,
            DialogEvent e,
            CancellationToken cancellationToken
        )
        {
            await Log($"hears {e.Name}");
            return e.Name == Handles;
        }

        private Task<DialogTurnResult> Log(string what)
        {
            log.Add($"{Id} {what}");
            return Task.FromResult(EndOfTurn);
        }
    }
}
