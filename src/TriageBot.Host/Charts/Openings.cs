using TriageBot.Conversation.Phrases;
using TriageBot.Protocols;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Host.Charts;

/// <summary>Finds the fewest answers after which a question is asked, so that what its answers change can be shown.</summary>
internal static class Openings
{
    /// <summary>Null where words alone open it, and none were found.</summary>
    public static AnswerSheet? Of(Protocol protocol, Question question, PhraseBook phrases)
    {
        if (question.When is not { } when)
        {
            return AnswerSheet.Empty;
        }

        var before = protocol
            .Questions.Where(other => other.Id != question.Id)
            .SelectMany(other => AnswerFan.Of(protocol, other, phrases).Select(answer => (other.Id, answer.Answer)))
            .ToList();
        var single = before.Select(answer => AnswerSheet.Empty.With(answer.Id, answer.Answer));
        return new[] { AnswerSheet.Empty }.Concat(single).FirstOrDefault(Opens)
            ?? Told(when).Select(o => AnswerSheet.Empty.Hear([o])).FirstOrDefault(Opens)
            ?? before
                .SelectMany(one =>
                    before
                        .Where(two => two.Id != one.Id)
                        .Select(two => AnswerSheet.Empty.With(one.Id, one.Answer).With(two.Id, two.Answer))
                )
                .FirstOrDefault(Opens);

        bool Opens(AnswerSheet sheet) => new Judge(protocol, sheet).Holds(when);
    }

    /// <summary>Words that a condition speaks of.</summary>
    private static IEnumerable<Observation> Told(Condition condition) =>
        condition switch
        {
            Condition.All all => all.Parts.SelectMany(Told),
            Condition.Any any => any.Parts.SelectMany(Told),
            Condition.Has has => has.Findings.Select(finding => new Observation(finding, has.Polarity)
            {
                Where = has.Where.FirstOrDefault(),
                Trend = has.Currency == Currency.Unclear ? Trend.Same : has.Trend.FirstOrDefault(),
                When = has.When.FirstOrDefault(),
                Severity = has.Severity.FirstOrDefault(),
            }),
            _ => [],
        };
}
