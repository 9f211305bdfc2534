using TriageBot.Conversation.Cases;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Language;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation.Dialogs;

/// <summary>
/// A phone number that a text gives while a case stands, asked for or not: "send us your number" stays open, and a wrong
/// number can be put right. A case without a number is no use to anybody.
/// </summary>
internal static class GivenNumber
{
    private static readonly AskedQuestion asked = new(ContactQuestions.Phone, []);

    /// <summary>Takes a number that is not the one known; leaves it to the question where that is the one asked.</summary>
    /// <returns>True where a number was taken.</returns>
    public static bool Take(CheckInTurn turn)
    {
        var stands = turn.CheckIn.Case is not null || CaseDesk.IsCalledFor(turn);
        if (!stands || Read(turn) is not { } phone || phone == turn.CheckIn.Contact.Phone || IsOurs(turn, phone))
        {
            return false;
        }

        turn.Change(c => c with { Contact = c.Contact with { Phone = phone } });
        CaseDesk.Update(turn);
        return turn.CheckIn.Out?.Id != ContactQuestions.Phone.Id;
    }

    /// <summary>True where the text says nothing beside the number that a check-in or the open question should read.</summary>
    public static bool IsAll(CheckInTurn turn) =>
        turn.Reading!.Mentions.All(mention => !Vocabulary.Findings.Contains(mention.Observation.Finding))
        && (turn.CheckIn.Out is null || (turn.Reading.YesNo is null && turn.Reading.Requests.IsEmpty));

    /// <summary>True where this text gave the number that is known now.</summary>
    public static bool CameWith(CheckInTurn turn) => Read(turn) is { } phone && phone == turn.CheckIn.Contact.Phone;

    public static async Task ThankAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        var key = turn.CheckIn.Case is { Disposition.Route: Route.Emergency }
            ? EmergencyDialog.WhatANurseCanDo(turn)
            : CallbackDialog.PromiseKey(turn);
        await dc.Context.SayAsync(key, TriageData.OfPromise(turn), cancellation);
        await dc.RepromptDialogAsync(cancellation);
    }

    private static string? Read(CheckInTurn turn) =>
        turn.Content.Reader.ReadReply(asked, turn.Reading!, turn.Text).Answer is Answer.Phone phone ? phone.E164 : null;

    private static bool IsOurs(CheckInTurn turn, string phone) =>
        phone.EndsWith(turn.Organization.NurseLine, StringComparison.Ordinal);
}
