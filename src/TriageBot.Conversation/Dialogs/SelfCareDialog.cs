using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;

namespace TriageBot.Conversation.Dialogs;

/// <summary>Self-care advice that fits what was told, and what to watch for. It asks nothing.</summary>
internal sealed class SelfCareDialog : WaterfallDialog
{
    public SelfCareDialog()
        : base(nameof(SelfCareDialog))
    {
        AddStep(Advise);
    }

    private static async Task<DialogTurnResult> Advise(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        turn.Change(c => c with { Told = turn.Assessment.Disposition });
        var key = turn.CheckIn.Case is null ? "self-care.close" : "self-care.close.case-stands";
        await step.Context.SayAsync(key, TriageData.OfOutcome(turn, "promise"), cancellation);
        foreach (var advice in Protocols.Triage.Advise(turn.Protocol, turn.CheckIn.Sheet))
        {
            await step.Context.SayAsync($"advice.{advice.Id}", cancellation);
        }

        turn.Change(c => c with { Stage = Stage.Ended });
        return await step.EndDialogAsync(null, cancellation);
    }
}
