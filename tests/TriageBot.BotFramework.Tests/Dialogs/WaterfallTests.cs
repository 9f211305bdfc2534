using Moq;
using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class WaterfallTests
{
    [Fact]
    public async Task Steps_run_one_message_each_and_the_text_is_their_result()
    {
        var waterfall = new WaterfallDialog("w", [Say("one"), Say("two"), Say("three")]);
        var talk = new Talk(waterfall);

        Assert.Equal(["one: "], await talk.SayAsync("a"));
        Assert.Equal(["two: b"], await talk.SayAsync("b"));
        Assert.Equal(["three: c"], await talk.SayAsync("c"));
        Assert.Empty(await talk.SayAsync("d"));
        Assert.Equal((DialogTurnStatus.Complete, "d"), (talk.Outcome.Status, talk.Outcome.Result));
        Assert.Equal(["one: "], await talk.SayAsync("e"));
    }

    [Fact]
    public async Task A_step_waits_on_while_no_message_comes()
    {
        var talk = new Talk(new WaterfallDialog("w", [Say("one"), Say("two")]));
        await talk.SayAsync("a");

        Assert.Empty(await talk.SendAsync(new Activity(ActivityTypes.Event) { Name = "tick" }));
        Assert.Equal(["two: b"], await talk.SayAsync("b"));
    }

    [Fact]
    public async Task Going_on_runs_the_next_step_in_the_same_turn()
    {
        var reasons = new List<DialogReason>();
        var waterfall = new WaterfallDialog("w")
            .AddStep((step, stop) => Note(step, () => step.NextAsync("x", stop)))
            .AddStep((step, _) => Note(step, () => Task.FromResult(Dialog.EndOfTurn)))
            .AddStep((step, stop) => Note(step, () => step.EndDialogAsync(step.Index, stop)));
        var talk = new Talk(waterfall);

        await talk.SayAsync("a");
        await talk.SayAsync("b");

        Assert.Equal([DialogReason.BeginCalled, DialogReason.NextCalled, DialogReason.ContinueCalled], reasons);
        Assert.Equal(2, talk.Outcome.Result);

        Task<DialogTurnResult> Note(WaterfallStepContext step, Func<Task<DialogTurnResult>> act)
        {
            reasons.Add(step.Reason);
            return act();
        }
    }

    [Fact]
    public async Task A_step_goes_on_only_once()
    {
        var waterfall = new WaterfallDialog(
            "w",
            [
                async (step, stop) =>
                {
                    await step.NextAsync(null, stop);
                    return await step.NextAsync(null, stop);
                },
                (_, _) => Task.FromResult(Dialog.EndOfTurn),
            ]
        );

        await Assert.ThrowsAsync<InvalidOperationException>(() => new Talk(waterfall).SayAsync("a"));
    }

    [Fact]
    public async Task A_misplaced_cancellation_token_is_caught()
    {
        var waterfall = new WaterfallDialog(
            "w",
            [(step, stop) => step.EndDialogAsync((object)stop, CancellationToken.None)]
        );

        await Assert.ThrowsAsync<ArgumentException>(() => new Talk(waterfall).SayAsync("a"));
    }

    [Fact]
    public async Task A_step_sees_the_options_and_what_earlier_steps_kept()
    {
        var waterfall = new WaterfallDialog(
            "w",
            [
                (step, _) =>
                {
                    step.Values["kept"] = 7;
                    return Task.FromResult(Dialog.EndOfTurn);
                },
                (step, stop) => step.EndDialogAsync($"{step.Options} {step.Values["kept"]}", stop),
            ]
        );
        var talk = new Talk(waterfall, "given");

        await talk.SayAsync("a");
        await talk.SayAsync("b");

        Assert.Equal("given 7", talk.Outcome.Result);
    }

    [Fact]
    public async Task The_result_of_a_prompt_is_the_result_of_the_next_step()
    {
        var root = new ComponentDialog("root")
            .AddDialog(
                new WaterfallDialog(
                    "w",
                    [
                        (step, stop) => step.PromptAsync("n", Talk.Asking("How many?", "A number, please."), stop),
                        (step, stop) => step.EndDialogAsync((int)step.Result! + 1, stop),
                    ]
                )
            )
            .AddDialog(new NumberPrompt<int>("n"));
        var talk = new Talk(root);

        Assert.Equal(["How many?"], await talk.SayAsync("hi"));
        Assert.Equal(["A number, please."], await talk.SayAsync("many"));
        await talk.SayAsync("41");
        Assert.Equal(42, talk.Outcome.Result);
    }

    [Fact]
    public async Task A_step_sees_the_stack_outside_its_component()
    {
        string? outer = null;
        var waterfall = new WaterfallDialog(
            "w",
            [
                (step, _) =>
                {
                    outer = step.Parent!.ActiveDialog!.Id;
                    return Task.FromResult(Dialog.EndOfTurn);
                },
            ]
        );

        await new Talk(new ComponentDialog("outer").AddDialog(waterfall)).SayAsync("hi");

        Assert.Equal("outer", outer);
    }

    [Fact]
    public void A_missing_step_is_refused() =>
        Assert.Throws<ArgumentNullException>(() => new WaterfallDialog("w").AddStep(null!));

    [Fact]
    public void The_version_is_a_hash_of_the_id_and_the_names_of_the_steps()
    {
        var version = new WaterfallDialog("w", [AskFever, AskPain]).GetVersion();

        // Written out, since a stored version must mean the same in every process and release.
        Assert.Equal("2f3febffcc0c791f", version);
        Assert.Equal(version, new WaterfallDialog("w").AddStep(AskFever).AddStep(AskPain).GetVersion());
        Assert.NotEqual(version, new WaterfallDialog("w", [AskPain, AskFever]).GetVersion());
        Assert.NotEqual(version, new WaterfallDialog("w", [AskFever, AskFever]).GetVersion());
        Assert.NotEqual(version, new WaterfallDialog("w", [AskFever]).GetVersion());
        Assert.NotEqual(version, new WaterfallDialog("v", [AskFever, AskPain]).GetVersion());
    }

    [Fact]
    public async Task Steps_are_reported_by_name_or_by_number()
    {
        var events = new List<string>();
        var telemetry = new Mock<IBotTelemetryClient>();
        telemetry
            .Setup(client =>
                client.TrackEvent(
                    It.IsAny<string>(),
                    It.IsAny<IDictionary<string, string>>(),
                    It.IsAny<IDictionary<string, double>>()
                )
            )
            .Callback(
                (string name, IDictionary<string, string> properties, IDictionary<string, double> _) =>
                    events.Add(name + " " + (properties.TryGetValue("StepName", out var step) ? step : ""))
            );
        var waterfall = new WaterfallDialog("w", [AskFever, Say("x")]) { TelemetryClient = telemetry.Object };

        var instance = new DialogInstance { Id = "w" };
        instance.State["stepIndex"] = 0;
        var turn = new TurnContext(new TestAdapter(), new Activity());
        await waterfall.EndDialogAsync(turn, instance, DialogReason.CancelCalled);
        instance.State["stepIndex"] = 1;
        await waterfall.EndDialogAsync(turn, instance, DialogReason.CancelCalled);
        await waterfall.EndDialogAsync(turn, instance, DialogReason.EndCalled);

        Assert.Equal(["WaterfallCancel AskFever", "WaterfallCancel Step2of2", "WaterfallComplete "], events);
    }

    private static WaterfallStep Say(string name) =>
        async (step, cancellationToken) =>
        {
            await step.Context.SendActivityAsync($"{name}: {step.Result}", cancellationToken: cancellationToken);
            return Dialog.EndOfTurn;
        };

    private static Task<DialogTurnResult> AskFever(WaterfallStepContext step, CancellationToken cancellationToken) =>
        Task.FromResult(Dialog.EndOfTurn);

    private static Task<DialogTurnResult> AskPain(WaterfallStepContext step, CancellationToken cancellationToken) =>
        Task.FromResult(Dialog.EndOfTurn);
}
