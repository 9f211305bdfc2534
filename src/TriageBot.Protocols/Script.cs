using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols;

/// <summary>What comes next in a check-in: a question, or the outcome.</summary>
public abstract record ScriptStep
{
    private ScriptStep() { }

    public sealed record Ask(Question Question) : ScriptStep;

    public sealed record Done(Assessment Assessment) : ScriptStep;
}

/// <summary>The one place that decides what is asked next. Pure, so that what is proved is what runs.</summary>
public static class Script
{
    /// <summary>The first open question in the script's order; the outcome where none is open or an emergency is known.</summary>
    public static ScriptStep Next(Protocol protocol, AnswerSheet sheet) => After(Triage.Assess(protocol, sheet));

    /// <summary>The same, for a sheet that has been weighed already.</summary>
    public static ScriptStep After(Assessment assessment) =>
        assessment.Next is { } question ? new ScriptStep.Ask(question) : new ScriptStep.Done(assessment);

    /// <summary>
    /// Adds what a text says to the sheet. A new doubt, or a new report that lacks what a follow-up asked, opens that
    /// follow-up again: an earlier "no" was said of something else. An answer that holds a route up stays. Doubt about a finding of a list that was answered
    /// already stays doubt, and the rules count it.
    /// </summary>
    /// <param name="protocol">The protocol that the check-in runs on.</param>
    /// <param name="sheet">The sheet, with the answer that the same text gave, if any, already in it.</param>
    /// <param name="observations">What the text says.</param>
    /// <param name="answering">The question that the text answered, or null.</param>
    public static AnswerSheet Hear(
        Protocol protocol,
        AnswerSheet sheet,
        IEnumerable<Observation> observations,
        string? answering = null
    )
    {
        foreach (var observation in observations)
        {
            var answered = protocol.FollowUps.Where(q => sheet[q.Id] is not Answer.NotAsked).ToList();
            var kept = answered.FindLast(q => IsKept(q) && IsDoubt(q, observation));
            var heard = kept is null ? observation : observation with { Question = kept.Id };
            if (kept is null && sheet.Heard.Any(earlier => earlier with { Question = null } == observation))
            {
                continue;
            }

            var before = sheet;
            var open = answered.FindAll(q => !IsKept(q) && IsReassured(q, heard, before[q.Id]));
            sheet = sheet.Hear([heard]);
            if (open.Count > 0)
            {
                var asked = sheet.Without(open.Select(question => question.Id));
                sheet = Triage.Ruled(protocol, asked) < Triage.Ruled(protocol, sheet) ? sheet : asked;
            }
        }

        return sheet;

        bool IsKept(Question question) => question.Id == answering || question.Kind == QuestionKind.AnyOf;
    }

    internal static Question? NextQuestion(
        Protocol protocol,
        AnswerSheet sheet,
        Judge judge,
        ImmutableArray<Reason> reasons
    ) =>
        reasons.Any(reason => reason.Rule.Disposition.Route == Route.Emergency)
            ? null
            : protocol.Questions.FirstOrDefault(question => IsOpen(question, sheet, judge));

    /// <summary>
    /// False where an answer is "not sure" or could not be read, its rephrasing was not answered either, and none of the
    /// rules that hold says what that means.
    /// </summary>
    internal static bool AllUnderstood(
        Protocol protocol,
        AnswerSheet sheet,
        Judge judge,
        ImmutableArray<Reason> reasons
    )
    {
        return protocol.Questions.All(IsUnderstood);

        bool IsUnderstood(Question question) =>
            sheet[question.Id] is not (Answer.Unsure or Answer.NotRead)
            || reasons.Any(reason => judge.SpeaksFor(reason.Rule.When, question.Id))
            || (
                question.Rephrase is { } rephrase
                && (
                    sheet[rephrase] is Answer.Yes or Answer.No
                    || reasons.Any(reason => judge.SpeaksFor(reason.Rule.When, rephrase))
                )
            );
    }

    private static bool IsOpen(Question question, AnswerSheet sheet, Judge judge) =>
        sheet[question.Id] is Answer.NotAsked
        && (question.When is null || judge.Holds(question.When))
        && !(question.SettledByText && IsSettled(question, sheet, judge.Evidence));

    internal static bool IsSettled(Question question, AnswerSheet sheet, Evidence evidence) =>
        question.Claims.IsEmpty
            ? !question.Asks.IsEmpty && question.Asks.All(sheet.Facts.ContainsKey)
            : question.Claims.All(claim => IsTold(question, claim, evidence));

    private static bool IsTold(Question question, Observation claim, Evidence evidence)
    {
        var isTold = false;
        foreach (var o in evidence.Observations)
        {
            if (o.Question is not null || o.Finding != claim.Finding)
            {
                continue;
            }

            if (o.Polarity == Polarity.Unsure)
            {
                return false;
            }

            isTold |=
                Claim.IsTold(claim, o)
                && evidence.CurrencyOf(o) is not null
                && (question.Kind != QuestionKind.Temperature || o.Celsius is not null);
        }

        return isTold;
    }

    /// <summary>
    /// True where the answer took urgency away from what was said before, and so must not from what is said now. A "yes" to
    /// an emergency, or "not sure", goes on to count: another finding never takes an answer back that raised the route.
    /// </summary>
    private static bool IsReassured(Question question, Observation o, Answer answer) =>
        (answer is Answer.No or Answer.Chosen && (IsDoubt(question, o) || LacksDetail(question, o)))
        || (answer is Answer.Yes && LacksTime(question, o));

    private static bool IsDoubt(Question question, Observation o) =>
        o is { Polarity: Polarity.Unsure, Who: Who.Patient, When: not When.Hypothetical }
        && question.SettlesDoubt.Contains(o.Finding);

    private static bool LacksTime(Question question, Observation o) =>
        IsOwn(o) && Settled.IsUnclear(o) && question.SettlesBaseline.Contains(o.Finding);

    private static bool LacksDetail(Question question, Observation o) =>
        IsOwn(o) && o.Where == Where.Unknown && question.Details.Contains(o.Finding);

    private static bool IsOwn(Observation o) =>
        o is { Polarity: Polarity.Present, Who: Who.Patient, When: not When.Hypothetical };
}
