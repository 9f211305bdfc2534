using System.Collections.Immutable;
using TriageBot.Conversation.Phrases;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;
using Route = TriageBot.Protocols.Routes.Route;

namespace TriageBot.Host.Charts;

/// <summary>One answer to a question, and where it leads: taken from the rules that run, not from a drawing.</summary>
/// <param name="Disposition">The least that the case gets by this answer; null where it goes on as before.</param>
/// <param name="Rules">The most urgent rules that this answer makes hold, or, where it adds none, those that held before.</param>
/// <param name="Stands">True where the rules held before this answer.</param>
/// <param name="Next">The question that this answer opens out of turn, or null.</param>
internal sealed record Lane(
    string Label,
    Disposition? Disposition,
    ImmutableArray<Rule> Rules,
    bool Stands,
    string? Next
)
{
    public string? Instruction => Rules.FirstOrDefault(rule => rule.Instruction is not null)?.Instruction;

    public static IReadOnlyList<Lane> Of(Protocol protocol, Question question, PhraseBook phrases)
    {
        var opening = Openings.Of(protocol, question, phrases) ?? AnswerSheet.Empty;
        var before = Triage
            .Assess(protocol, opening)
            .Reasons.Select(reason => reason.Rule.Id)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. AnswerFan
                .Of(protocol, question, phrases)
                .Select(answer => Of(protocol, question, opening, before, answer)),
        ];
    }

    private static Lane Of(
        Protocol protocol,
        Question question,
        AnswerSheet opening,
        HashSet<string> before,
        (string Label, Answer Answer) answer
    )
    {
        var sheet = opening.With(question.Id, answer.Answer);
        var holding = Triage.Assess(protocol, sheet).Reasons.Select(reason => reason.Rule).ToImmutableArray();
        ImmutableArray<Rule> added = [.. holding.Where(rule => !before.Contains(rule.Id))];
        var rules = added.IsEmpty ? holding : added;
        var most = rules.IsEmpty ? null : rules[0].Disposition;
        return new Lane(
            answer.Label,
            most,
            [.. rules.Where(rule => rule.Disposition == most)],
            added.IsEmpty,
            most?.Route == Route.Emergency ? null : FollowUp(protocol, question, opening, sheet)
        );
    }

    /// <summary>A question that was not to be asked before this answer, and is now.</summary>
    private static string? FollowUp(Protocol protocol, Question question, AnswerSheet opening, AnswerSheet sheet)
    {
        var (was, judge) = (new Judge(protocol, opening), new Judge(protocol, sheet));
        return protocol
            .Questions.FirstOrDefault(other =>
                other.Id != question.Id
                && other.When is { } when
                && sheet[other.Id] is Answer.NotAsked
                && judge.Holds(when)
                && !was.Holds(when)
            )
            ?.Id;
    }
}
