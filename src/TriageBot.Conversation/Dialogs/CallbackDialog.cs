using TriageBot.Conversation.Cases;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Protocols.Answers;

namespace TriageBot.Conversation.Dialogs;

/// <summary>A callback by a nurse: the outcome first, then when, the number, the name and the voice mail.</summary>
internal sealed class CallbackDialog : WaterfallDialog
{
    private const string Tomorrow = "tomorrow";

    public CallbackDialog()
        : base(nameof(CallbackDialog))
    {
        AddStep(TellOutcome);
        AddStep(TakeGoodTime);
        AddStep(AskNumberIfWrong);
        AddStep(TakeNumber);
        AddStep(AskVoiceMail);
        AddStep(End);
    }

    private static async Task<DialogTurnResult> TellOutcome(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        Silence.NoteSkipped(turn);
        CaseDesk.Open(turn);
        var key = PromiseKey(turn);
        turn.Change(c => c with { Told = turn.Assessment.Disposition, Stage = Stage.Talking });
        await step.Context.SayAsync(key, TriageData.OfOutcome(turn, "promise"), cancellation);
        return Promises.MayWaitForMorning(turn)
            ? await AskAsync(step, ContactQuestions.GoodTime, cancellation)
            : await step.NextAsync(null, cancellation);
    }

    private static async Task<DialogTurnResult> TakeGoodTime(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        turn.Change(c =>
            c with
            {
                Contact = c.Contact with { InTheMorning = step.Result is Answer.Chosen { Option: Tomorrow } },
            }
        );
        if (turn.CheckIn.Contact.InTheMorning && Promises.Make(turn))
        {
            await step.Context.SayAsync("callback.promise", TriageData.OfPromise(turn), cancellation);
        }

        return turn.CheckIn.Contact.Phone is null
            ? await step.NextAsync(null, cancellation)
            : await AskAsync(step, ContactQuestions.PhoneRight, cancellation);
    }

    private static async Task<DialogTurnResult> AskNumberIfWrong(
        WaterfallStepContext step,
        CancellationToken cancellation
    )
    {
        var turn = CheckInTurn.Of(step.Context);
        if (step.Result is Answer.No && !GivenNumber.CameWith(turn))
        {
            turn.Change(c => c with { Contact = c.Contact with { Phone = null } });
            Promises.Make(turn);
        }

        return turn.CheckIn.Contact.Phone is null
            ? await AskAsync(step, ContactQuestions.Phone, cancellation)
            : await step.NextAsync(null, cancellation);
    }

    private static async Task<DialogTurnResult> TakeNumber(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        if (step.Result is Answer.Phone phone)
        {
            turn.Change(c => c with { Contact = c.Contact with { Phone = phone.E164 } });
            await step.Context.SayAsync(PromiseKey(turn), TriageData.OfPromise(turn), cancellation);
        }
        else if (turn.CheckIn.Contact.Phone is null)
        {
            await step.Context.SayAsync("callback.refused", cancellation);
        }

        return turn.CheckIn.Contact is { Phone: not null, Name: null }
            ? await AskAsync(step, ContactQuestions.Name, cancellation)
            : await step.NextAsync(null, cancellation);
    }

    private static async Task<DialogTurnResult> AskVoiceMail(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        if (step.Result is Answer.Words { Text: var name })
        {
            turn.Change(c => c with { Contact = c.Contact with { Name = name } });
        }

        return turn.CheckIn.Contact is { Phone: not null, VoiceMail: null }
            ? await AskAsync(step, ContactQuestions.VoiceMail, cancellation)
            : await step.NextAsync(null, cancellation);
    }

    private static async Task<DialogTurnResult> End(WaterfallStepContext step, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(step.Context);
        if (step.Result is Answer.Yes or Answer.No)
        {
            turn.Change(c => c with { Contact = c.Contact with { VoiceMail = step.Result is Answer.Yes } });
        }

        CaseDesk.Update(turn);
        if (turn.CheckIn.Contact.Phone is not null)
        {
            await step.Context.SayAsync("callback.thanks", cancellation);
        }

        turn.Change(c => c with { Stage = Stage.Ended });
        return await step.EndDialogAsync(null, cancellation);
    }

    /// <summary>Which of the true things can be said: a time, or how to reach the line.</summary>
    public static string PromiseKey(CheckInTurn turn) =>
        Promises.Make(turn) ? "callback.promise"
        : turn.CheckIn.Contact.Phone is null ? "callback.no-number"
        : "callback.no-promise";

    private static Task<DialogTurnResult> AskAsync(
        WaterfallStepContext step,
        Protocols.Questions.Question question,
        CancellationToken cancellation
    ) => step.BeginDialogAsync(nameof(QuestionDialog), question.Id, cancellation);
}
