using BenchmarkDotNet.Attributes;
using TriageBot.BotFramework;
using TriageBot.BotFramework.Adapters;
using TriageBot.BotFramework.Dialogs;
using TriageBot.BotFramework.Schema;

namespace TriageBot.Benchmarks.BotFramework;

/// <summary>One step of a waterfall with a prompt: state read, answer taken, next question sent, state saved.</summary>
[MemoryDiagnoser]
public class WaterfallBenchmarks
{
    private readonly TestAdapter adapter = new(TestAdapter.CreateConversation("bench"));
    private readonly ConversationState state = new(new MemoryStorage());
    private readonly DialogSet dialogs;

    public WaterfallBenchmarks()
    {
        dialogs = new DialogSet(state.CreateProperty<DialogState>("dialogs"));
        dialogs.Add(new TextPrompt("text"));
        dialogs.Add(new WaterfallDialog("again", [Ask, Again]));
    }

    [Benchmark]
    public async Task Step()
    {
        await adapter.ProcessActivityAsync(new Activity(ActivityTypes.Message) { Text = "fine" }, RunAsync);
        adapter.ActiveQueue.Clear();
    }

    private static Task<DialogTurnResult> Ask(WaterfallStepContext step, CancellationToken stop) =>
        step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("How are you?") }, stop);

    private static Task<DialogTurnResult> Again(WaterfallStepContext step, CancellationToken stop) =>
        step.ReplaceDialogAsync("again", null, stop);

    private async Task RunAsync(ITurnContext turn, CancellationToken stop)
    {
        var dc = await dialogs.CreateContextAsync(turn, stop);
        if ((await dc.ContinueDialogAsync(stop)).Status == DialogTurnStatus.Empty)
        {
            await dc.BeginDialogAsync("again", null, stop);
        }

        await state.SaveChangesAsync(turn, false, stop);
    }
}
