using TriageBot.Conversation.Cases;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Dialogs;
using TriageBot.Conversation.Effects;
using TriageBot.Language;
using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation;

/// <summary>
/// The bot: each activity is one turn of one check-in. What belongs to a turn (<see cref="TurnFacts"/>,
/// <see cref="TurnEffects"/>, <see cref="IStorage"/>) is expected in TurnState.
/// </summary>
public sealed class CheckInBot(TriageContent content) : ActivityHandler
{
    private const int MostWords = 40;
    private const int LongestQuote = 2000;

    private readonly TriageDialogs dialogs = new();

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        var state = new ConversationState(turnContext.Need<IStorage>());
        var checkIns = state.CreateProperty<CheckIn>("checkIn");
        var stacks = state.CreateProperty<DialogState>("dialogs");
        var facts = turnContext.Need<TurnFacts>();
        var text = turnContext.Activity.Type == ActivityTypes.Message ? turnContext.Activity.Text?.Trim() ?? "" : null;

        var checkIn = await checkIns.GetAsync(turnContext, () => null!, cancellationToken);
        var reading = text is null ? null : content.Reader.Read(text, checkIn?.Language ?? LanguageOf(turnContext));
        checkIn ??= CheckInBeginning.Begin(content, facts, reading?.Language ?? LanguageOf(turnContext));

        var turn = new CheckInTurn(content, checkIn, facts, turnContext.Need<TurnEffects>())
        {
            Reading = reading,
            Text = text ?? "",
            RepliesTo = turnContext.Activity.ReplyToId is { Length: > 0 } named ? named : null,
        };
        turnContext.TurnState.Set(turn);
        var caseBefore = checkIn.Case;
        turnContext.TurnState.Set(
            new DialogStack(await stacks.GetAsync(turnContext, () => new DialogState(), cancellationToken))
        );

        await base.OnTurnAsync(turnContext, cancellationToken);

        CaseDesk.Update(turn);
        Silence.Watch(turn);
        await Handoff.AskAsync(turnContext, caseBefore, cancellationToken);
        await TurnTrace.SendAsync(turnContext, cancellationToken);
        await checkIns.SetAsync(turnContext, turn.CheckIn, cancellationToken);
        await state.SaveChangesAsync(turnContext, false, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(
        ITurnContext<IMessageActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var turn = CheckInTurn.Of(turnContext);
        FollowLanguage(turn);
        ReopenIfItAdds(turn);
        Hear(turn);
        ToldBeside.Take(turn);
        var dc = Context(turnContext, turn);
        if (
            await SentFiles.AnswerAsync(dc, cancellationToken) || await Interruptions.HandleAsync(dc, cancellationToken)
        )
        {
            return;
        }

        var result = await dc.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty)
        {
            await dc.BeginDialogAsync(nameof(CheckInDialog), null, cancellationToken);
        }
    }

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded,
        ITurnContext<IConversationUpdateActivity> turnContext,
        CancellationToken cancellationToken
    )
    {
        var turn = CheckInTurn.Of(turnContext);
        var userCame = membersAdded.Any(member => member.Id != turnContext.Activity.Recipient?.Id);
        if (userCame && turn.CheckIn.Stage == Stage.New)
        {
            await Context(turnContext, turn).BeginDialogAsync(nameof(CheckInDialog), null, cancellationToken);
        }
    }

    protected override Task OnEventAsync(
        ITurnContext<IEventActivity> turnContext,
        CancellationToken cancellationToken
    ) =>
        turnContext.Activity.Name switch
        {
            TurnFacts.CaseClosedEvent => CaseClosedAsync(turnContext, cancellationToken),
            var name when name == TurnFacts.TimerEvent(Silence.Timer) => Silence.BreakAsync(
                turnContext,
                cancellationToken
            ),
            var name when name == TurnFacts.TimerEvent(Promises.Timer) => MissedPromise.TellAsync(
                turnContext,
                cancellationToken
            ),
            HandoffEventNames.HandoffStatus => HandedOver(turnContext),
            TurnFacts.MessageStaleEvent => MissedPromise.ReplaceAsync(turnContext, cancellationToken),
            _ => Task.CompletedTask,
        };

    private static Task HandedOver(ITurnContext turnContext)
    {
        Handoff.Record(turnContext);
        return Task.CompletedTask;
    }

    /// <summary>
    /// What was still asked after an outcome was asked for the nurse's call. Were it left open, it would read what the
    /// patient writes next, and the same symptom told again would reach nobody.
    /// </summary>
    private async Task CaseClosedAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(turnContext);
        if (turn.CheckIn.Case is not { } link || link.Id != turnContext.Activity.Value?.ToString())
        {
            return;
        }

        var settled = turn.Assessment.Reasons.Select(reason => reason.Rule.Id).ToList();
        turn.Change(c => c with { Case = null, ClosedFor = settled });
        turn.Effects.CancelTimer(Promises.Timer);
        if (turn.CheckIn.Told is not null)
        {
            turn.Change(c => c with { Stage = Stage.Ended, Out = null });
            await Context(turnContext, turn).CancelAllDialogsAsync(cancellation);
        }
    }

    /// <summary>
    /// Whoever goes over to another language is answered in it: an emergency instruction must be understood. A name may look
    /// like any language.
    /// </summary>
    private void FollowLanguage(CheckInTurn turn)
    {
        var asked = turn.CheckIn.Out is { } open ? turn.Find(open.Id) : null;
        if (
            turn.Reading is { IsInAnotherLanguage: true, Language: var language }
            && asked?.Section != ContactQuestions.Section
            && content.Phrases.Speaks(language)
        )
        {
            turn.Change(c => c with { Language = language });
        }
    }

    /// <summary>After the end a text that adds a reason for a nurse goes on with the check-in that it adds to.</summary>
    private static void ReopenIfItAdds(CheckInTurn turn)
    {
        if (turn.CheckIn.Stage != Stage.Ended)
        {
            return;
        }

        var earlier = turn.Assessment.Reasons.Select(reason => reason.Rule.Id).ToHashSet(StringComparer.Ordinal);
        var more = Protocols.Triage.Assess(turn.Protocol, Heard.By(turn));
        if (more.Reasons.Any(r => r.Rule.Disposition.Route > Route.SelfCare && !earlier.Contains(r.Rule.Id)))
        {
            turn.Change(c => c with { Stage = Stage.Talking });
            StaleAnswers.Forget(turn);
        }
    }

    private static void Hear(CheckInTurn turn)
    {
        var quote = turn.Text.Length > LongestQuote ? turn.Text[..LongestQuote] : turn.Text;
        turn.Change(c =>
            c with
            {
                Sheet = Heard.By(turn),
                Words = quote.Length == 0 ? c.Words : [.. c.Words.TakeLast(MostWords - 1), new Quote(quote, turn.Now)],
            }
        );
    }

    private string LanguageOf(ITurnContext context) =>
        context.Activity.Locale is { Length: >= 2 } locale && content.Phrases.Speaks(locale[..2])
            ? locale[..2]
            : content.Organization.Language;

    private DialogContext Context(ITurnContext turnContext, CheckInTurn turn) =>
        turnContext.Need<DialogStack>().Open(dialogs.For(turn.Protocol), turnContext);
}
