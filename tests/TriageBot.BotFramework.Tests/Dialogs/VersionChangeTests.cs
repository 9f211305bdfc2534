using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class VersionChangeTests
{
    [Fact]
    public async Task A_changed_step_raises_the_event_when_the_stored_conversation_goes_on()
    {
        var storage = Talk.Memory();
        await new Talk(Root(false, Ask), storage).SayAsync("hi");
        var changed = Root(true, AskDifferently);

        await new Talk(changed, storage).SayAsync("answer");

        Assert.Equal(["root"], changed.Changes);
    }

    [Fact]
    public async Task The_same_steps_raise_nothing_and_one_change_is_raised_once()
    {
        var storage = Talk.Memory();
        await new Talk(Root(false, Ask), storage).SayAsync("hi");
        var same = Root(true, Ask);
        var changed = Root(true, AskDifferently);

        await new Talk(same, storage).SayAsync("1");
        await new Talk(changed, storage).SayAsync("2");
        await new Talk(changed, storage).SayAsync("3");

        Assert.Empty(same.Changes);
        Assert.Single(changed.Changes);
    }

    [Fact]
    public async Task Where_nobody_handles_it_the_conversation_goes_on()
    {
        var storage = Talk.Memory();
        await new Talk(Root(false, Ask), storage).SayAsync("hi");

        Assert.Equal(["asked"], await new Talk(Root(false, AskDifferently), storage).SayAsync("answer"));
    }

    [Fact]
    public async Task A_component_can_drop_its_stack_and_begin_again()
    {
        var storage = Talk.Memory();
        await new Talk(new Restarting(Ask), storage).SayAsync("hi");
        await new Talk(new Restarting(Ask), storage).SayAsync("1");

        var talk = new Talk(new Restarting(AskDifferently), storage);

        Assert.Equal(["asked"], await talk.SayAsync("2"));
        Assert.Equal(0, talk.Stack.Child!.ActiveDialog!.State["stepIndex"]);
    }

    private static Listening Root(bool handles, WaterfallStep second)
    {
        var root = new Listening(handles);
        root.AddDialog(new WaterfallDialog("w", [Ask, second, Ask, Ask, Ask]));
        return root;
    }

    private static async Task<DialogTurnResult> Ask(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        await step.Context.SendActivityAsync("asked", cancellationToken: cancellationToken);
        return Dialog.EndOfTurn;
    }

    private static Task<DialogTurnResult> AskDifferently(
        WaterfallStepContext step,
        CancellationToken cancellationToken
    ) => Ask(step, cancellationToken);

    private sealed class Listening(bool handles) : ComponentDialog("root")
    {
        public List<object?> Changes { get; } = [];

        protected override Task<bool> OnPreBubbleEventAsync(
            DialogContext dc,
            DialogEvent e,
            CancellationToken cancellationToken
        )
        {
            if (e.Name == DialogEvents.VersionChanged)
            {
                Changes.Add(e.Value);
            }

            return Task.FromResult(handles && e.Name == DialogEvents.VersionChanged);
        }
    }

    private sealed class Restarting : ComponentDialog
    {
        public Restarting(WaterfallStep second)
            : base("root") => AddDialog(new WaterfallDialog("w", [Ask, second, Ask]));

        protected override async Task<bool> OnPreBubbleEventAsync(
            DialogContext dc,
            DialogEvent e,
            CancellationToken cancellationToken
        )
        {
            if (e.Name != DialogEvents.VersionChanged)
            {
                return await base.OnPreBubbleEventAsync(dc, e, cancellationToken);
            }

            await dc.Child!.CancelAllDialogsAsync(cancellationToken);
            return true;
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc,
            CancellationToken cancellationToken = default
        ) =>
            innerDc.ActiveDialog is null
                ? await OnBeginDialogAsync(innerDc, null, cancellationToken)
                : await base.OnContinueDialogAsync(innerDc, cancellationToken);
    }
}
