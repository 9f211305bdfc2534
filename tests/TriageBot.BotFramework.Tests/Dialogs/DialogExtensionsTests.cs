using TriageBot.BotFramework.Dialogs;

namespace TriageBot.BotFramework.Tests.Dialogs;

public class DialogExtensionsTests
{
    [Fact]
    public async Task Running_a_dialog_begins_it_continues_it_and_begins_again_after_its_end()
    {
        var state = new ConversationState(Talk.Memory());
        var stack = state.CreateProperty<DialogState>("stack");
        var root = new ComponentDialog("root")
            .AddDialog(
                new WaterfallDialog(
                    "w",
                    [
                        (step, stop) => step.PromptAsync("name", Talk.Asking("Your name?"), stop),
                        async (step, stop) =>
                        {
                            await step.Context.SendActivityAsync($"Hello {step.Result}.", cancellationToken: stop);
                            return await step.EndDialogAsync(null, stop);
                        },
                    ]
                )
            )
            .AddDialog(new TextPrompt("name"));

        await new TestFlow(
            new TestAdapter().Use(new AutoSaveStateMiddleware(state)),
            (turnContext, cancellationToken) => root.RunAsync(turnContext, stack, cancellationToken)
        )
            .Test("hi", "Your name?")
            .Test("Ana", "Hello Ana.")
            .Test("hi again", "Your name?")
            .StartTestAsync();
    }
}
