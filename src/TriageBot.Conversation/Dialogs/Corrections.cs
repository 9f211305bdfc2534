using TriageBot.Conversation.Cases;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;

namespace TriageBot.Conversation.Dialogs;

/// <summary>Taking answers back. A case that a nurse can see stands all the same, and the patient is told so.</summary>
internal static class Corrections
{
    public static async Task<bool> StartOverAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        var stands = turn.CheckIn.Case is not null;
        turn.Effects.Note("started-over", "answers set aside");
        turn.Change(c => c.Afresh(turn));
        await dc.CancelAllDialogsAsync(cancellation);
        await dc.Context.SayAsync(stands ? "correction" : "started-over", cancellation);
        await dc.BeginDialogAsync(nameof(CheckInDialog), null, cancellation);
        return true;
    }

    /// <summary>Takes the last answer of the script back and asks that question again; a case stands all the same.</summary>
    public static async Task<bool> GoBackAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        if (turn.CheckIn.Answered is not [.., var last])
        {
            await dc.RepromptDialogAsync(cancellation);
            return true;
        }

        turn.Effects.Note("answer-taken-back", last.Question);
        turn.Change(c =>
            c with
            {
                Sheet = c.Sheet.Without([last.Question]),
                Answered = [.. c.Answered.SkipLast(1)],
                Told = null,
                Earlier = CardWriter.Remember(turn),
            }
        );
        if (turn.CheckIn.Case is not null)
        {
            await dc.Context.SayAsync("correction", cancellation);
        }

        await dc.CancelAllDialogsAsync(cancellation);
        await dc.BeginDialogAsync(nameof(CheckInDialog), null, cancellation);
        return true;
    }
}
