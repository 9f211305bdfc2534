using System.Globalization;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Routes;

namespace TriageBot.Records.Tests.Support;

/// <summary>
/// Counts what it hears and says so; does more where the text asks for it: "case ID HOURS [emergency]", "timer MINUTES",
/// "cancel", "throw", "weigh WEIGHT", "fresh SECONDS", "silent".
/// </summary>
public sealed class ScriptedBot(IStorage storage, Func<ITurnContext, Task>? also = null) : IBot
{
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var state = new ConversationState(storage);
        var heard = state.CreateProperty<int>("heard");
        var count = await heard.GetAsync(turnContext, () => 0, cancellationToken) + 1;
        await heard.SetAsync(turnContext, count, cancellationToken);

        var words = (turnContext.Activity.Text ?? turnContext.Activity.Name ?? "").Split(' ');
        var reply = MessageFactory.Text($"{count}: {string.Join(' ', words)}");
        Obey(turnContext, words, reply);
        if (words[0] != "silent")
        {
            await turnContext.SendActivityAsync(reply, cancellationToken);
        }
        await state.SaveChangesAsync(turnContext, false, cancellationToken);
        await (also?.Invoke(turnContext) ?? Task.CompletedTask);
        if (words[0] == "throw")
        {
            throw new InvalidOperationException("The bot broke.");
        }
    }

    private static void Obey(ITurnContext turn, string[] words, Activity reply)
    {
        var effects = turn.TurnState.Get<TurnEffects>()!;
        var now = turn.TurnState.Get<TurnFacts>()!.Clock.GetUtcNow();
        switch (words)
        {
            case ["case", var id, var hours, .. var rest]:
                effects.Report(Case(id, now, Number(hours), rest is ["emergency"]));
                effects.Note("case-reported", id);
                break;
            case ["timer", var minutes]:
                effects.SetTimer("silence", now.AddMinutes(Number(minutes)));
                break;
            case ["cancel"]:
                effects.CancelTimer("silence");
                break;
            case ["weigh", var weight]:
                reply.ChannelData = Triage("matters", weight);
                break;
            case ["fresh", var seconds]:
                reply.ChannelData = Triage("goodUntil", now.AddSeconds(Number(seconds)).ToString("O"));
                break;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<string, object> Triage(string key, string value) =>
        new() { ["triage"] = new Dictionary<string, object> { [key] = value } };

    private static CaseReport Case(string id, DateTimeOffset now, double hours, bool emergency)
    {
        var within = TimeSpan.FromHours(hours);
        var route = emergency ? Route.Emergency : Route.Callback;
        return new CaseReport(
            id,
            CaseKind.Triage,
            new Disposition(route, within),
            now + within,
            null,
            Cards.Of("leaking wound", "my wound leaks")
        );
    }
}
