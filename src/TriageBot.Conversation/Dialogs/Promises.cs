using TriageBot.Conversation.Cases;
using TriageBot.Conversation.CheckIns;
using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation.Dialogs;

/// <summary>
/// When a patient may be told that a nurse calls: only with a number that can be dialled, a case that reaches somebody,
/// and a nurse on shift before the promised time.
/// </summary>
internal static class Promises
{
    public const string Timer = "promise";

    /// <summary>A promised time that is nearer than this is of no use to a nurse.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(15);

    /// <summary>How long a nurse gets from the start of a shift, and after a promise that was missed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public static bool NurseCanCallBy(CheckInTurn turn, DateTimeOffset by) =>
        turn.CheckIn.Contact.Phone is not null
        && turn.Organization.CasesReachANurse
        && turn.Organization.Hours.CoverPartOf(Local(turn, turn.Now), by - turn.Now);

    /// <summary>
    /// Promises the case's due time, or what is left of it, or the first hour of the next shift for a patient who would
    /// rather wait, where that can be kept.
    /// </summary>
    /// <returns>True where the patient may be told the time.</returns>
    public static bool Make(CheckInTurn turn)
    {
        var due = turn.CheckIn.Case!.Due;
        return turn.CheckIn.Contact.InTheMorning
            ? Make(turn, turn.Now + turn.Organization.Hours.UntilFrom(Local(turn, turn.Now)) + Grace)
            : Make(turn, due < turn.Now + Least ? turn.Now + Least : due);
    }

    /// <summary>Promises a new time after one that went by.</summary>
    public static bool MakeAgain(CheckInTurn turn) => Make(turn, turn.Now + Grace);

    /// <summary>
    /// True where a callback within hours would end while no nurse is on shift and may wait for the morning if the patient
    /// likes: nothing in the case forbids it.
    /// </summary>
    public static bool MayWaitForMorning(CheckInTurn turn) =>
        turn.CheckIn.Case is { Disposition: { Route: Route.Callback, Within: { } within }, Due: var due }
        && within > Grace
        && !turn.Organization.Hours.Cover(TimeOnly.FromDateTime(Local(turn, due).DateTime))
        && !turn.Assessment.Reasons.Any(reason => turn.Protocol.NeverWaits.Contains(reason.Rule.About));

    private static bool Make(CheckInTurn turn, DateTimeOffset by)
    {
        var can = NurseCanCallBy(turn, by);
        turn.Change(c => c with { Case = c.Case! with { PromisedBy = can ? by : null } });
        if (can)
        {
            turn.Effects.SetTimer(Timer, by);
        }
        else
        {
            turn.Effects.CancelTimer(Timer);
        }

        CaseDesk.Update(turn);
        return can;
    }

    private static DateTimeOffset Local(CheckInTurn turn, DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, turn.Organization.TimeZone);
}
