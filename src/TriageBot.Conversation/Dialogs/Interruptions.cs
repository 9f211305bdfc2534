using TriageBot.Conversation.Cases;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Language;
using TriageBot.Protocols;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Conversation.Dialogs;

/// <summary>
/// What a text may do at any step, before the question that is out gets to read it: report a red flag, ask for a nurse,
/// start over, go back, ask something, change the language, thank, leave.
/// </summary>
internal static class Interruptions
{
    /// <returns>True where the text was dealt with; false where the question that is out should read it.</returns>
    public static async Task<bool> HandleAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        var reading = turn.Reading!;
        var gaveNumber = GivenNumber.Take(turn);
        if (IsRedFlag(turn, reading))
        {
            await dc.CancelAllDialogsAsync(cancellation);
            await dc.BeginDialogAsync(nameof(EmergencyDialog), null, cancellation);
            return true;
        }

        var optsOut = reading.Has("opt_out") || CarrierWords.Leave(turn.Text);
        if (optsOut || reading.Has("wrong_number"))
        {
            await LeaveAsync(dc, optsOut ? "opt-out" : "wrong-number", cancellation);
            return true;
        }

        if (gaveNumber && GivenNumber.IsAll(turn))
        {
            await GivenNumber.ThankAsync(dc, cancellation);
            return true;
        }

        if (dc.ActiveDialog is null)
        {
            return await BetweenCheckIns.HandleAsync(dc, cancellation);
        }

        return reading.Has("wants_nurse") ? await CallNurseAsync(dc, cancellation)
            : reading.Requests.Contains("start_over") ? await Corrections.StartOverAsync(dc, cancellation)
            : reading.Requests.Contains("go_back") ? await Corrections.GoBackAsync(dc, cancellation)
            : await Requests.AnswerAsync(dc, cancellation);
    }

    /// <summary>
    /// True where this text names an emergency, or makes a rule hold that the patient was not instructed for yet. A named
    /// one is told again each time it is said.
    /// </summary>
    private static bool IsRedFlag(CheckInTurn turn, Reading reading)
    {
        if (turn.Assessment.Disposition.Route != Route.Emergency)
        {
            return false;
        }

        var said = reading
            .Mentions.Where(mention => mention.Observation.Polarity == Polarity.Present)
            .Select(mention => mention.Observation.Finding)
            .ToHashSet(StringComparer.Ordinal);
        return turn
            .Assessment.Reasons.Where(reason => reason.Rule.Disposition.Route == Route.Emergency)
            .Any(reason => !turn.CheckIn.InstructedFor.Contains(reason.Rule.Id) || said.Contains(reason.Rule.About));
    }

    private static async Task LeaveAsync(DialogContext dc, string key, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        turn.Effects.Note(key, "the writer left the check-in");
        Silence.NoteSkipped(turn);
        CaseDesk.Update(turn);
        turn.Change(c => c with { Stage = Stage.Ended, Out = null });
        await dc.CancelAllDialogsAsync(cancellation);
        await dc.Context.SayAsync(key, cancellation);
    }

    /// <summary>The first time the questions go on, so that the nurse knows how soon to call; the second time they end.</summary>
    private static async Task<bool> CallNurseAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        CaseDesk.Open(turn);
        if (!turn.CheckIn.AskedForNurse && turn.CheckIn.Told is null)
        {
            turn.Change(c => c with { AskedForNurse = true });
            await dc.Context.SayAsync("nurse-first", cancellation);
            await dc.RepromptDialogAsync(cancellation);
            return true;
        }

        if (turn.CheckIn.Told is { } told)
        {
            var key =
                told.Route == Route.Emergency ? EmergencyDialog.WhatANurseCanDo(turn) : CallbackDialog.PromiseKey(turn);
            await dc.Context.SayAsync(key, TriageData.OfPromise(turn), cancellation);
            await dc.RepromptDialogAsync(cancellation);
            return true;
        }

        await dc.CancelAllDialogsAsync(cancellation);
        await dc.BeginDialogAsync(nameof(CallbackDialog), null, cancellation);
        return true;
    }
}
