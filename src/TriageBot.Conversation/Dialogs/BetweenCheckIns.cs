using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Language;
using TriageBot.Protocols.Answers;

namespace TriageBot.Conversation.Dialogs;

/// <summary>Texts that come when no question is out.</summary>
internal static class BetweenCheckIns
{
    /// <summary>Between check-ins: thanks and a question end there; all else begins, or adds to, a check-in.</summary>
    public static async Task<bool> HandleAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        if (turn.CheckIn.Stage != Stage.Ended)
        {
            return false;
        }

        if (await Requests.AnswerAsync(dc, cancellation))
        {
            return true;
        }

        if (SaysNothing(turn))
        {
            await dc.Context.SayAsync("welcome", cancellation);
            return true;
        }

        turn.Change(c => c.Afresh(turn, "procedure", "blood_thinner"));
        return false;
    }

    /// <summary>"ok", "yes" after the end: nothing is asked, so nothing is answered.</summary>
    private static bool SaysNothing(CheckInTurn turn) =>
        turn.Reading is { IsBare: true, YesNo: YesNo.Yes, Numbers.IsEmpty: true, Temperatures.IsEmpty: true };
}
