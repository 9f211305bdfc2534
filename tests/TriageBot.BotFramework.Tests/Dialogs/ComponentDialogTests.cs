using Moq;
using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class ComponentDialogTests
{
    [Fact]
    public async Task The_dialog_added_first_begins_and_its_result_is_the_components()
    {
        var talk = new Talk(Numbers("numbers"));

        Assert.Equal(["One number?"], await talk.SayAsync("hi"));
        Assert.Equal(["Got 42.", "Another?"], await talk.SayAsync("42"));
        await talk.SayAsync("64");
        Assert.Equal((DialogTurnStatus.Complete, 64), (talk.Outcome.Status, talk.Outcome.Result));
    }

    [Fact]
    public async Task Another_dialog_can_be_named_to_begin()
    {
        var component = Numbers("numbers");
        component.InitialDialogId = "n";

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new Talk(component, "no options").SayAsync("hi"));
    }

    [Fact]
    public async Task Components_nest_and_each_keeps_its_own_stack()
    {
        var outer = new ComponentDialog("outer")
            .AddDialog(
                new WaterfallDialog(
                    "w",
                    [
                        (step, stop) => step.BeginDialogAsync("inner", null, stop),
                        (step, stop) => step.EndDialogAsync((int)step.Result! * 2, stop),
                    ]
                )
            )
            .AddDialog(Numbers("inner"));
        var talk = new Talk(outer);

        await talk.SayAsync("hi");
        Assert.Equal(["Got 1.", "Another?"], await talk.SayAsync("1"));
        var middle = talk.Stack.Child!;
        Assert.Equal(["inner", "w"], middle.Stack.Select(instance => instance.Id));
        Assert.Equal(["n", "w"], middle.Child!.Stack.Select(instance => instance.Id));
        await talk.SayAsync("21");
        Assert.Equal(42, talk.Outcome.Result);
    }

    [Fact]
    public async Task An_inner_dialog_can_begin_one_of_an_outer_set()
    {
        var child = new ComponentDialog("child").AddDialog(
            new WaterfallDialog(
                "start",
                [
                    (step, stop) => step.BeginDialogAsync("shared", "passed", stop),
                    (step, stop) => step.EndDialogAsync($"back with {step.Result}", stop),
                ]
            )
        );
        var parent = new ComponentDialog("parent")
            .AddDialog(child)
            .AddDialog(new WaterfallDialog("shared", [(step, stop) => step.EndDialogAsync(step.Options, stop)]));
        var talk = new Talk(parent);

        await talk.SayAsync("hi");

        Assert.Equal("back with passed", talk.Outcome.Result);
        Assert.Same(child, parent.FindDialog("child"));
        Assert.Null(child.FindDialog("shared"));
        Assert.NotNull(
            child.FindDialog(
                "shared",
                talk.Stack.Child ?? new DialogContext(parent.Dialogs, talk.Stack, new DialogState())
            )
        );
    }

    [Fact]
    public async Task A_dialog_put_on_top_of_a_component_lets_it_ask_again_when_it_ends()
    {
        var root = new Interrupted();
        var talk = new Talk(root);
        await talk.SayAsync("hi");

        Assert.Equal(["Here is help.", "One number?", "reprompted"], await talk.SayAsync("help"));
        Assert.Equal(["Got 3.", "Another?"], await talk.SayAsync("3"));
    }

    [Fact]
    public async Task Cancelling_ends_the_inner_dialogs_first()
    {
        var log = new List<string>();
        var inner = new Logged("inner", log).AddDialog(new TextPrompt("ask"));
        var outer = new Logged("outer", log).AddDialog(
            new WaterfallDialog("w", [(step, stop) => step.BeginDialogAsync("inner", Talk.Asking("?"), stop)])
        );
        outer.AddDialog(inner);
        var talk = new Talk(outer);
        await talk.SayAsync("hi");

        var result = await talk.Stack.CancelAllDialogsAsync();

        Assert.Equal(DialogTurnStatus.Cancelled, result.Status);
        Assert.Equal(["inner CancelCalled", "outer CancelCalled"], log);
        Assert.Empty(talk.Stack.Stack);
        Assert.Equal(DialogTurnStatus.Empty, (await talk.Stack.CancelAllDialogsAsync()).Status);
    }

    [Fact]
    public async Task Preparing_happens_once_however_many_turns_begin_at_the_same_time()
    {
        var component = new Prepared();
        var talks = Enumerable.Range(0, 20).Select(_ => new Talk(component)).ToList();

        var replies = Task.WhenAll(talks.Select(talk => Task.Run(() => talk.SayAsync("hi"))));
        component.Ready.SetResult();
        await replies;

        Assert.Equal(1, component.Preparations);
        Assert.All(talks, talk => Assert.Equal("done", talk.Outcome.Result));
    }

    [Fact]
    public void The_telemetry_client_is_passed_to_dialogs_present_and_added_later()
    {
        var component = Numbers("numbers");
        var client = new Mock<IBotTelemetryClient>().Object;

        Assert.IsType<NullBotTelemetryClient>(component.FindDialog("w")!.TelemetryClient);
        component.TelemetryClient = client;
        component.AddDialog(new WaterfallDialog("later"));
        Assert.Same(client, component.FindDialog("w")!.TelemetryClient);
        Assert.Same(client, component.FindDialog("later")!.TelemetryClient);
        component.TelemetryClient = null!;
        Assert.IsType<NullBotTelemetryClient>(component.FindDialog("later")!.TelemetryClient);
    }

    private static ComponentDialog Numbers(string id) =>
        new ComponentDialog(id)
            .AddDialog(
                new WaterfallDialog(
                    "w",
                    [
                        (step, stop) => step.PromptAsync("n", Talk.Asking("One number?"), stop),
                        async (step, stop) =>
                        {
                            await step.Context.SendActivityAsync($"Got {(int)step.Result!}.", cancellationToken: stop);
                            return await step.PromptAsync("n", Talk.Asking("Another?"), stop);
                        },
                    ]
                )
            )
            .AddDialog(new NumberPrompt<int>("n"));

    private sealed class Logged(string id, List<string> log) : ComponentDialog(id)
    {
        protected override Task OnEndDialogAsync(
            ITurnContext context,
            DialogInstance instance,
            DialogReason reason,
            CancellationToken cancellationToken = default
        )
        {
            log.Add($"{Id} {reason}");
            return base.OnEndDialogAsync(context, instance, reason, cancellationToken);
        }
    }

    private sealed class Reprompting() : ComponentDialog("numbers")
    {
        protected override async Task OnRepromptDialogAsync(
            ITurnContext turnContext,
            DialogInstance instance,
            CancellationToken cancellationToken = default
        ) => await turnContext.SendActivityAsync("reprompted", cancellationToken: cancellationToken);
    }

    private sealed class Interrupted : ComponentDialog
    {
        public Interrupted()
            : base("root")
        {
            var numbers = new Reprompting();
            foreach (var dialog in Numbers("template").Dialogs.GetDialogs())
            {
                numbers.AddDialog(dialog);
            }

            AddDialog(numbers);
            AddDialog(new WaterfallDialog("help", [Help]));
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc,
            CancellationToken cancellationToken = default
        ) =>
            innerDc.Context.Activity.Text == "help"
                ? await innerDc.BeginDialogAsync("help", null, cancellationToken)
                : await base.OnContinueDialogAsync(innerDc, cancellationToken);

        private static async Task<DialogTurnResult> Help(WaterfallStepContext step, CancellationToken cancellationToken)
        {
            await step.Context.SendActivityAsync("Here is help.", cancellationToken: cancellationToken);
            return await step.EndDialogAsync(null, cancellationToken);
        }
    }

    private sealed class Prepared() : ComponentDialog("prepared")
    {
        private int preparations;

        public TaskCompletionSource Ready { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Preparations => preparations;

        protected override async Task OnInitializeAsync(DialogContext dc)
        {
            Interlocked.Increment(ref preparations);
            await Ready.Task;
            AddDialog(new WaterfallDialog("w", [(step, stop) => step.EndDialogAsync("done", stop)]));
        }
    }
}
