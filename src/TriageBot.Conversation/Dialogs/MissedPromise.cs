using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Messages;

namespace TriageBot.Conversation.Dialogs;

/// <summary>The promised time went by with the case still open: the patient is told, and given a time that can be kept.</summary>
internal static class MissedPromise
{
    private const int MostNewTimes = 2;

    /// <summary>
    /// A promise lay unsent until its time was over. Where the promise clock has not spoken yet, the patient gets what the
    /// clock would have said; otherwise that text is on its way already.
    /// </summary>
    public static Task ReplaceAsync(ITurnContext context, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(context);
        return turn.CheckIn.Case?.PromisedBy > turn.Now ? Task.CompletedTask : TellAsync(context, cancellation);
    }

    public static async Task TellAsync(ITurnContext context, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(context);
        var isOpen = turn.CheckIn.Case is { } link && turn.Facts.OpenCases.Any(c => c.Id == link.Id && !c.Acknowledged);
        if (!isOpen)
        {
            return;
        }

        turn.Change(c => c with { Case = c.Case! with { Misses = c.Case.Misses + 1 } });
        turn.Effects.Note("promise-missed", turn.CheckIn.Case!.Id);
        var again = turn.CheckIn.Case.Misses <= MostNewTimes && Promises.MakeAgain(turn);
        await context.SayAsync(
            again ? "callback.missed" : "callback.missed.call-now",
            TriageData.OfPromise(turn),
            cancellation
        );
    }
}
