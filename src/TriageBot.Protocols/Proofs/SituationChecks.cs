using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Proofs;

/// <summary>What must hold in every situation, on the way and at the end.</summary>
/// <param name="emergencies">Questions that nobody may be spared who is well.</param>
/// <param name="fired">Receives the rules that hold for somebody who falls silent.</param>
internal sealed class SituationChecks(
    Protocol protocol,
    ImmutableArray<Question> emergencies,
    ISet<string> fired,
    Docket docket
)
{
    public void Check(Situation at)
    {
        CheckWhatIsSaid(at);
        if (at.Assessment.Next is { } question)
        {
            CheckSilence(at, question);
        }
        else if (at.Ruled.Route != Route.Emergency)
        {
            CheckSkipped(at);
        }

        if (at.Assessment.Disposition.Route == Route.SelfCare)
        {
            CheckSelfCare(at);
        }
    }

    private void CheckWhatIsSaid(Situation at)
    {
        var (route, within) = at.Assessment.Disposition;
        var isTold = route switch
        {
            Route.Emergency => at.Assessment.Instruction is not null,
            Route.Callback => within > TimeSpan.Zero,
            _ => !Triage.Advise(protocol, at.Sheet).IsEmpty,
        };
        if (!isTold)
        {
            docket.Add(
                ProofCode.NothingSaid,
                $"a check-in comes to {route} with no instruction, due time or advice",
                at.Way()
            );
        }
    }

    /// <summary>Nobody who falls silent, or leaves a question out, is left to themselves.</summary>
    private void CheckSilence(Situation at, Question question)
    {
        if (at.Assessment.Disposition.Route == Route.SelfCare)
        {
            docket.Add(
                ProofCode.DoubtIsSelfCare,
                question,
                $"with '{question.Id}' unanswered it is self-care already",
                at.Way()
            );
        }

        if (question.Stakes != Stakes.Emergency)
        {
            return;
        }

        foreach (var fact in Partition.LaterFacts)
        {
            var later = Triage.Assess(protocol, at.Sheet.Knowing(fact, "yes"));
            fired.UnionWith(later.Reasons.Select(reason => reason.Rule.Id));
            if (!later.NeedsCase || Situation.RuledBy(later) < at.Ruled)
            {
                docket.Add(
                    ProofCode.SilenceUnheard,
                    $"no rule says what it means that an emergency question stays unanswered; write one on {{ fact: {fact} }}",
                    at.Way()
                );
            }
        }
    }

    private void CheckSkipped(Situation at)
    {
        foreach (var question in emergencies)
        {
            if (at.Sheet[question.Id] is Answer.NotAsked && !IsTold(question, at.Sheet))
            {
                docket.Add(
                    ProofCode.EmergencySkipped,
                    question,
                    $"the check-in ends as {at.Assessment.Disposition.Route}, and the emergency question '{question.Id}' was not asked",
                    at.Way()
                );
            }
        }
    }

    /// <summary>True where free text spoke of all that the question asks.</summary>
    private static bool IsTold(Question question, AnswerSheet sheet) =>
        question.SettledByText && question.Claims.All(claim => sheet.Heard.Any(o => o.Finding == claim.Finding));

    private void CheckSelfCare(Situation at)
    {
        foreach (var (id, answer) in at.Sheet.Answers)
        {
            if (
                answer is Answer.Unsure or Answer.NotRead
                && protocol.Find(id) is { } question
                && !IsRephrased(question, at.Sheet)
            )
            {
                docket.Add(
                    ProofCode.DoubtIsSelfCare,
                    question,
                    $"'{AnswerNotation.Write(answer)}' to '{id}' ends in self-care; write a rule, or mend the one that lets it",
                    at.Way()
                );
            }
        }

        foreach (var o in Evidence.Of(protocol, at.Sheet).Observations.Where(o => o.Polarity == Polarity.Unsure))
        {
            var certain = Triage.Assess(
                protocol,
                AnswerSheet.Empty.Hear([o with { Polarity = Polarity.Present, Question = null }])
            );
            if (certain.Reasons is [var reason, ..])
            {
                docket.Add(
                    ProofCode.DoubtIsSelfCare,
                    reason.Rule,
                    $"doubt about '{o.Finding}' ends in self-care, though rule '{reason.Rule.Id}' speaks of it; ask, or write a rule",
                    at.Way()
                );
            }
        }
    }

    private static bool IsRephrased(Question question, AnswerSheet sheet) =>
        question.Rephrase is { } rephrase && sheet[rephrase] is Answer.Yes or Answer.No;
}
