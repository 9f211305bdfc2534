using TriageBot.Conversation.Cases;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Conversation.Dialogs;

/// <summary>After a question that the sheet does not answer: a nurse can. Then the check-in goes on where it was.</summary>
internal sealed class NurseOfferDialog : WaterfallDialog
{
    public NurseOfferDialog()
        : base(nameof(NurseOfferDialog))
    {
        AddStep(Offer);
        AddStep(TakeAnswer);
    }

    private static Task<DialogTurnResult> Offer(WaterfallStepContext step, CancellationToken cancellation) =>
        step.BeginDialogAsync(nameof(QuestionDialog), ContactQuestions.NurseOffer.Id, cancellation);

    private static async Task<DialogTurnResult> TakeAnswer(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        if (step.Result is null)
        {
            return await step.EndDialogAsync(null, cancellation);
        }

        if (step.Result is not Answer.Yes)
        {
            await step.Context.SayAsync("offer-declined", cancellation);
            return await step.EndDialogAsync(null, cancellation);
        }

        turn.Change(c => c with { AskedForNurse = true, Sheet = c.Sheet.Hear([new Observation("wants_nurse")]) });
        CaseDesk.Update(turn);
        await step.Context.SayAsync("offer-accepted", cancellation);
        return await step.EndDialogAsync(null, cancellation);
    }
}
