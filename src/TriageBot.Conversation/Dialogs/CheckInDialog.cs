using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation.Dialogs;

/// <summary>The whole check-in: greeting, the script's sections, the outcome, the end.</summary>
internal sealed class CheckInDialog : WaterfallDialog
{
    private readonly string version;

    /// <param name="version">Changes whenever the script does, so that a stack of another script is not continued.</param>
    public CheckInDialog(Protocol protocol, string version)
        : base(nameof(CheckInDialog))
    {
        this.version = version;
        AddStep(Greet);
        AddStep(TakeOpening);
        foreach (var section in protocol.Sections)
        {
            AddStep((step, cancellation) => step.BeginDialogAsync(SectionDialog.IdOf(section), null, cancellation));
        }

        AddStep(TellOutcome);
        AddStep(Close);
    }

    public override string GetVersion() => version;

    private static async Task<DialogTurnResult> Greet(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        if (!turn.CheckIn.Greeted)
        {
            await step.Context.SayAsync("greeting", cancellation);
            if (turn.Reading is not null && Requests.TopicAsked(turn) is { } topic)
            {
                await step.Context.SayAsync($"topic.{topic.Id}", cancellation);
            }
        }

        turn.Change(c => c with { Greeted = true, Stage = Stage.Talking });
        return await step.NextAsync(null, cancellation);
    }

    /// <summary>A first text that already says something is the answer to "how are you doing?".</summary>
    private static async Task<DialogTurnResult> TakeOpening(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        var opening = turn.Protocol.Questions.FirstOrDefault(q => q.Kind == QuestionKind.Text);
        if (
            opening is not null
            && turn.Reading is { } reading
            && turn.CheckIn.Sheet[opening.Id] is Answer.NotAsked
            && OpeningWords.SaySomething(reading, turn.Text)
        )
        {
            turn.Answer(opening, new Answer.Words(turn.Text));
            if (reading.Has("wants_nurse") && !turn.CheckIn.AskedForNurse)
            {
                turn.Change(c => c with { AskedForNurse = true });
                await step.Context.SayAsync("nurse-first", cancellation);
            }
        }

        return await step.NextAsync(null, cancellation);
    }

    private static async Task<DialogTurnResult> TellOutcome(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        if (turn.Assessment.Disposition.Route == Route.SelfCare)
        {
            StaleAnswers.Forget(turn);
        }

        return Script.After(turn.Assessment) switch
        {
            // A question before the sections that already went by: they are played again, over the answers that stand.
            ScriptStep.Ask => await step.ReplaceDialogAsync(nameof(CheckInDialog), null, cancellation),
            ScriptStep.Done done => await step.BeginDialogAsync(RouteDialog(done.Assessment), null, cancellation),
            _ => throw new InvalidOperationException("the script gave no step"),
        };
    }

    private static Task<DialogTurnResult> Close(WaterfallStepContext step, CancellationToken cancellation) =>
        step.EndDialogAsync(null, cancellation);

    public static string RouteDialog(Assessment assessment) =>
        assessment.Disposition.Route switch
        {
            Route.Emergency => nameof(EmergencyDialog),
            Route.Callback => nameof(CallbackDialog),
            _ => nameof(SelfCareDialog),
        };
}
