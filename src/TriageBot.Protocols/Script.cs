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
    public static ScriptStep Next(Protocol protocol, AnswerSheet sheet)
    {
        var assessment = Triage.Assess(protocol, sheet);
        return assessment.Next is { } question ? new ScriptStep.Ask(question) : new ScriptStep.Done(assessment);
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

    /// <summary>False where an answer is "not sure" or could not be read, and its rephrasing was not answered either.</summary>
    internal static bool AllUnderstood(Protocol protocol, AnswerSheet sheet) =>
        protocol.Questions.All(question =>
            sheet[question.Id] is not (Answer.Unsure or Answer.NotRead)
            || (question.Rephrase is { } rephrase && sheet[rephrase] is Answer.Yes or Answer.No)
        );

    private static bool IsOpen(Question question, AnswerSheet sheet, Judge judge) =>
        sheet[question.Id] is Answer.NotAsked
        && (question.When is null || judge.Holds(question.When))
        && !(question.SettledByText && IsSettled(question, judge.Evidence));

    private static bool IsSettled(Question question, Evidence evidence)
    {
        var findings = question.Asks.Where(Vocabulary.Findings.Contains).ToList();
        return findings.Count > 0 && findings.Count == question.Asks.Length && findings.TrueForAll(evidence.Knows);
    }
}
