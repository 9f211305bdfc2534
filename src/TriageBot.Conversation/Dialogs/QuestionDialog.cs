using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;
using TriageBot.Language;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;

namespace TriageBot.Conversation.Dialogs;

/// <summary>
/// Asks one question, of the protocol or of <see cref="ContactQuestions"/>, and ends with its typed answer. A reply that
/// cannot be read is asked for once more; after that it is an answer of its own.
/// </summary>
internal sealed class QuestionDialog() : Dialog(nameof(QuestionDialog))
{
    private const string Key = "question";

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc,
        object? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var id = (string)options!;
        dc.ActiveDialog!.State[Key] = id;
        var turn = CheckInTurn.Of(dc.Context);
        if (turn.IsResuming && turn.CheckIn.Out?.Id == id)
        {
            turn.IsResuming = false;
            return await ContinueDialogAsync(dc, cancellationToken);
        }

        await AskAsync(dc.Context, id, null, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc,
        CancellationToken cancellationToken = default
    )
    {
        var turn = CheckInTurn.Of(dc.Context);
        var question = turn.Find((string)dc.ActiveDialog!.State[Key])!;
        if (turn.Reading is null)
        {
            return EndOfTurn;
        }

        var outNow = turn.CheckIn.Out ?? new OpenQuestion(question.Id, turn.Now, 0, false, null);
        if (Crossed(turn, question, outNow) is { } lead)
        {
            await AskAsync(dc.Context, question.Id, turn.Phrases.Say(lead), cancellationToken);
            turn.Change(c => c with { Out = c.Out! with { Repeated = true } });
            return EndOfTurn;
        }

        var reply = turn.ReplyTo(question);
        var refuses = question.Kind == QuestionKind.Phone && turn.Reading.YesNo == YesNo.No;
        var answer = refuses
            ? new Answer.No()
            : reply.Answer ?? (MayAskAgain(turn, question, outNow) ? null : new Answer.NotRead());
        if (answer is null)
        {
            await AskAsync(
                dc.Context,
                question.Id,
                turn.Phrases.Say(RetryOf(question, reply.Problem)),
                cancellationToken
            );
            turn.Change(c => c with { Out = c.Out! with { Unread = outNow.Unread + 1, Repeated = outNow.Repeated } });
            return EndOfTurn;
        }

        if (question.Section == ContactQuestions.Section)
        {
            turn.Change(c => c with { Out = null });
        }
        else
        {
            turn.Answer(question, answer);
            FollowTheProcedure(turn, question, answer);
        }

        return await dc.EndDialogAsync(answer, cancellationToken);
    }

    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc,
        DialogReason reason,
        object? result = null,
        CancellationToken cancellationToken = default
    )
    {
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext,
        DialogInstance instance,
        CancellationToken cancellationToken = default
    ) => AskAsync(turnContext, (string)instance.State[Key], null, cancellationToken);

    private static async Task AskAsync(ITurnContext context, string id, string? lead, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(context);
        var message = QuestionMessage.Of(turn.Find(id)!, turn, lead);
        var sent = await context.SendActivityAsync(message, cancellation);
        turn.Change(c => c with { Out = new OpenQuestion(id, turn.Now, 0, false, sent?.Id) });
    }

    /// <summary>
    /// What to say where a bare reply crossed an emergency question: it was sent before the patient can have read that
    /// question, or names another, however late it comes. A "no" to the one before must not answer it. It is asked again
    /// once; a reply that names it, and a terminal, cannot cross.
    /// </summary>
    private static string? Crossed(CheckInTurn turn, Question question, OpenQuestion asked)
    {
        if (
            question.Stakes != Stakes.Emergency
            || !turn.Reading!.IsBare
            || asked.Repeated
            || turn.Facts.Door == "terminal"
            || (turn.RepliesTo is { } named && named == asked.ActivityId)
        )
        {
            return null;
        }

        var tooSoon = turn.Now - asked.At < TimeSpan.FromSeconds(turn.Protocol.Thresholds.ReadingSeconds);
        return tooSoon ? "asked-again"
            : turn.RepliesTo is null ? null
            : "asked-again.crossed";
    }

    /// <summary>Once the procedure is known, its own protocol goes on over the same answers.</summary>
    private static void FollowTheProcedure(CheckInTurn turn, Question question, Answer answer)
    {
        if (question.Asks.Contains("procedure") && answer is Answer.Chosen { Option: var procedure })
        {
            turn.Change(c => c.On(turn.Content.Current(procedure)));
            turn.Effects.Note("protocol-chosen", turn.Protocol.Id);
        }
    }

    /// <summary>False where the script itself asks again in other words, and where this question is those words.</summary>
    private static bool MayAskAgain(CheckInTurn turn, Question question, OpenQuestion asked) =>
        question.Rephrase is null
        && asked.Unread == 0
        && turn.Protocol.Questions.All(earlier => earlier.Rephrase != question.Id);

    private static string RetryOf(Question question, ReplyProblem problem) =>
        (problem, question.Kind) switch
        {
            (ReplyProblem.Ambiguous, _) => "ambiguous.temperature",
            (ReplyProblem.Impossible, QuestionKind.Scale) => "impossible.scale",
            (ReplyProblem.Impossible, _) => "impossible.temperature",
            (_, QuestionKind.YesNo) => "unread.yes-no",
            (_, QuestionKind.AnyOf) => "unread.any-of",
            (_, QuestionKind.Choice) => "unread.choice",
            (_, QuestionKind.Temperature) => "unread.temperature",
            (_, QuestionKind.Scale) => "unread.scale",
            (_, QuestionKind.Phone) => "unread.phone",
            _ => "unread.text",
        };
}
