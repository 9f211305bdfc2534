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

        if (await TakeLateNumberAsync(dc, cancellation) || await Requests.AnswerAsync(dc, cancellation))
        {
            return true;
        }

        if (turn.Reading!.IsBare)
        {
            await dc.Context.SayAsync("welcome", cancellation);
            return true;
        }

        turn.Change(c => c.Afresh(turn));
        return false;
    }

    /// <summary>"Send us your number" stays open after the end: a case without a number is no use to anybody.</summary>
    private static async Task<bool> TakeLateNumberAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        if (turn.CheckIn is not { Case: not null, Contact.Phone: null })
        {
            return false;
        }

        var asked = ShownOption.Asked(ContactQuestions.Phone, turn.Phrases);
        if (turn.Content.Reader.ReadReply(asked, turn.Reading!, turn.Text).Answer is not Answer.Phone phone)
        {
            return false;
        }

        turn.Change(c => c with { Contact = c.Contact with { Phone = phone.E164 } });
        var key = Promises.Make(turn) ? "callback.promise" : "callback.no-promise";
        await dc.Context.SayAsync(key, TriageData.OfPromise(turn), cancellation);
        return true;
    }
}
