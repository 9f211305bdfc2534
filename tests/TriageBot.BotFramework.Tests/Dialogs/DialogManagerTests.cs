using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class DialogManagerTests
{
    private static readonly ComponentDialog Root = new ComponentDialog("root")
        .AddDialog(
            new WaterfallDialog(
                "w",
                [
                    (step, stop) => step.PromptAsync("name", Talk.Asking("Your name?"), stop),
                    async (step, stop) =>
                    {
                        var count = step.Context.TurnState.Get<UserState>()?.CreateProperty<int>("count");
                        if (count is not null)
                        {
                            var met = await count.GetAsync(step.Context, () => 0, stop) + 1;
                            await count.SetAsync(step.Context, met, stop);
                            await step.Context.SendActivityAsync($"{step.Result}, {met}", cancellationToken: stop);
                        }

                        return await step.EndDialogAsync(step.Result, stop);
                    },
                ]
            )
        )
        .AddDialog(new TextPrompt("name"));

    [Fact]
    public async Task The_root_begins_goes_on_and_begins_again_over_states_of_the_turn()
    {
        var storage = Talk.Memory();
        var adapter = new TestAdapter();
        adapter.UseStorage(storage).UseBotState(new UserState(storage), new ConversationState(storage));
        var manager = new DialogManager(Root);

        await new TestFlow(adapter, (turnContext, stop) => manager.OnTurnAsync(turnContext, stop))
            .Test("hi", "Your name?")
            .Test("Ana", "Ana, 1")
            .Test("hi again", "Your name?")
            .Test("Bo", "Bo, 2")
            .StartTestAsync();
    }

    [Fact]
    public async Task A_state_of_its_own_goes_before_the_turns_and_the_result_is_handed_on()
    {
        var manager = new DialogManager(Root, "stack") { ConversationState = new ConversationState(Talk.Memory()) };
        var results = new List<DialogManagerResult>();

        await new TestFlow(
            new TestAdapter(),
            async (turnContext, stop) => results.Add(await manager.OnTurnAsync(turnContext, stop))
        )
            .Test("hi", "Your name?")
            .Send("Ana")
            .StartTestAsync();

        Assert.Equal(DialogTurnStatus.Waiting, results[0].TurnResult!.Status);
        Assert.Equal("Ana", results[1].TurnResult!.Result);
    }

    [Fact]
    public async Task What_every_turn_needs_is_put_into_its_turn_state()
    {
        var manager = new DialogManager(Root) { ConversationState = new ConversationState(Talk.Memory()) };
        manager.InitialTurnState.Set("greeting", "hello");
        string? found = null;

        await new TestFlow(
            new TestAdapter(),
            async (turnContext, stop) =>
            {
                await manager.OnTurnAsync(turnContext, stop);
                found = turnContext.TurnState.Get<string>("greeting");
            }
        ).Send("hi").StartTestAsync();

        Assert.Equal("hello", found);
    }

    [Fact]
    public async Task Without_a_root_or_a_state_it_says_what_is_missing()
    {
        var turnContext = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message));

        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogManager().OnTurnAsync(turnContext));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogManager(Root).OnTurnAsync(turnContext));
    }
}
