using TriageBot.Conversation.Cases;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Language;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
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

        if (dc.ActiveDialog is null)
        {
            return await HandleWithoutQuestionAsync(dc, cancellation);
        }

        return reading.Has("wants_nurse") ? await CallNurseAsync(dc, cancellation)
            : reading.Requests.Contains("start_over") ? await StartOverAsync(dc, cancellation)
            : reading.Requests.Contains("go_back") ? await GoBackAsync(dc, cancellation)
            : await AnswerRequestAsync(dc, cancellation);
    }

    /// <summary>
    /// True where this text alone names an emergency, or turns the check-in into one. The first is told again each time it
    /// is said; the second only once.
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
        return turn.CheckIn.Told?.Route != Route.Emergency
            || turn.Assessment.Reasons.Any(reason =>
                reason.Rule.Disposition.Route == Route.Emergency && said.Contains(reason.Rule.About)
            );
    }

    private static async Task LeaveAsync(DialogContext dc, string key, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        turn.Effects.Note(key, "the writer left the check-in");
        turn.Change(c => c with { Stage = Stage.Ended, Out = null });
        await dc.CancelAllDialogsAsync(cancellation);
        await dc.Context.SayAsync(key, cancellation);
    }

    /// <summary>Between check-ins: thanks and a question end there; all else begins, or adds to, a check-in.</summary>
    private static async Task<bool> HandleWithoutQuestionAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        if (turn.CheckIn.Stage != Stage.Ended)
        {
            return false;
        }

        if (await TakeLateNumberAsync(dc, cancellation) || await AnswerRequestAsync(dc, cancellation))
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

    private static bool IsOnlyThanks(Reading reading) =>
        reading.Has("thanks")
        && reading.Mentions.All(mention => mention.Observation.Finding == "thanks")
        && reading.Requests.All(ToldBeside.Tells);

    /// <summary>The first time the questions go on, so that the nurse knows how soon to call; the second time they end.</summary>
    private static async Task<bool> CallNurseAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        CaseDesk.Update(turn);
        if (!turn.CheckIn.AskedForNurse)
        {
            turn.Change(c => c with { AskedForNurse = true });
            await dc.Context.SayAsync("nurse-first", cancellation);
            await dc.RepromptDialogAsync(cancellation);
            return true;
        }

        if (turn.CheckIn.Told is not null)
        {
            return false;
        }

        await dc.CancelAllDialogsAsync(cancellation);
        await dc.BeginDialogAsync(nameof(CallbackDialog), null, cancellation);
        return true;
    }

    private static async Task<bool> StartOverAsync(DialogContext dc, CancellationToken cancellation)
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
    private static async Task<bool> GoBackAsync(DialogContext dc, CancellationToken cancellation)
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

    /// <summary>A question to the bot, thanks, help, another language: answered, then the open question is asked again.</summary>
    private static async Task<bool> AnswerRequestAsync(DialogContext dc, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(dc.Context);
        var reading = turn.Reading!;
        var language = reading.Requests.FirstOrDefault(r => r.StartsWith("speak_", StringComparison.Ordinal))?[6..];
        if (language is not null && turn.Content.Phrases.Speaks(language))
        {
            turn.Change(c => c with { Language = language });
            await dc.Context.SayAsync("language-changed", cancellation);
        }
        else if (TopicAsked(turn) is { } topic)
        {
            await dc.Context.SayAsync($"topic.{topic.Id}", cancellation);
            if (Reports(reading))
            {
                // The question is answered; what the text reports is still to be read.
                return false;
            }

            if (topic.OffersCallback && turn.CheckIn.Case is null)
            {
                await dc.BeginDialogAsync(nameof(NurseOfferDialog), null, cancellation);
                return true;
            }
        }
        else if (reading.Has("help") || CarrierWords.AskForHelp(turn.Text))
        {
            await dc.Context.SayAsync("help", cancellation);
        }
        else if (IsOnlyThanks(reading))
        {
            await dc.Context.SayAsync("welcome", cancellation);
        }
        else if (!IsOnlyHello(turn))
        {
            return false;
        }

        await dc.RepromptDialogAsync(cancellation);
        return true;
    }

    /// <summary>A hello to the open question is no answer to it; the question is asked again.</summary>
    private static bool IsOnlyHello(CheckInTurn turn) =>
        turn.CheckIn.Out is not null
        && turn.Reading!.Requests.Contains("hello")
        && !OpeningWords.SaySomething(turn.Reading, turn.Text);

    /// <summary>What the text asks that the sheet answers, or says nothing about; null where it asks nothing.</summary>
    public static Topic? TopicAsked(CheckInTurn turn) =>
        turn.Protocol.Topics.FirstOrDefault(topic =>
            turn.Reading!.Requests.Contains($"ask_{topic.Id}") || turn.Reading.Requests.Contains(topic.Id)
        );

    private static bool Reports(Reading reading) =>
        reading.Mentions.Any(mention =>
            mention.Observation.Polarity != Polarity.Absent
            && mention.Observation.When != When.Hypothetical
            && Vocabulary.Findings.Contains(mention.Observation.Finding)
        );
}
