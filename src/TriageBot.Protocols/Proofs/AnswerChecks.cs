using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;

namespace TriageBot.Protocols.Proofs;

/// <summary>What must hold for every single answer, in every situation in which it can be given.</summary>
internal sealed class AnswerChecks(Protocol protocol, Docket docket)
{
    private readonly Dictionary<Answer, Assessment> beside = [];
    private readonly Dictionary<string, Situation> below = new(StringComparer.Ordinal);
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private Situation? at;

    public void Check(Situation before, Question question, Answer answer, Situation after)
    {
        if (before != at)
        {
            at = before;
            beside.Clear();
        }

        beside[answer] = after.Assessment;
        CheckThatItIsOver(question, after);
        CheckThatItDoesNotLower(before, question, after);
        NoteStakes(before, question, answer, after);
        if (answer is Answer.Unsure or Answer.NotRead || IsWorse(answer))
        {
            CheckAgainstClear(before, question, answer, after);
        }

        if (IsClear(answer))
        {
            CheckThatNoIsSafe(before, question, after);
        }

        if (IsPositive(question, answer))
        {
            CheckThatItOpensACase(question, after);
        }
    }

    /// <summary>Where no answer leads as far as the question's stakes, whoever answers the gravest is not heard.</summary>
    public void CheckStakes()
    {
        foreach (var (id, before) in below.Where(entry => !reached.Contains(entry.Key)))
        {
            var question = protocol.Find(id)!;
            docket.Add(
                ProofCode.StakesNotReached,
                question,
                $"'{id}' has stakes: {question.Stakes}, and no answer to it leads there; write finds: "
                    + "or yes: where an answer does, or a rule on the answer",
                before.Way()
            );
        }
    }

    public static Route RouteOf(Stakes stakes) =>
        stakes switch
        {
            Stakes.Emergency => Route.Emergency,
            Stakes.Callback => Route.Callback,
            _ => Route.SelfCare,
        };

    /// <summary>True for a question whose answer tells more of what was said before, and so may make it less grave.</summary>
    private static bool IsFollowUp(Question question) =>
        !(question.Details.IsEmpty && question.SettlesDoubt.IsEmpty && question.SettlesBaseline.IsEmpty);

    private static bool IsClear(Answer answer) => answer is Answer.No or Answer.Selected { Options.IsEmpty: true };

    private static bool IsWorse(Answer answer) =>
        answer is Answer.Yes or Answer.Selected { Options.IsEmpty: false } or Answer.Scale or Answer.Temperature;

    private static bool IsPositive(Question question, Answer answer) =>
        question.SettlesBaseline.IsEmpty && answer is Answer.Yes or Answer.Selected { Options.IsEmpty: false };

    // Doubt has rules of its own, which say nothing of the answers.
    private void NoteStakes(Situation before, Question question, Answer answer, Situation after)
    {
        var stakes = RouteOf(question.Stakes);
        if (before.Ruled.Route >= stakes)
        {
            return;
        }

        below.TryAdd(question.Id, before);
        if (after.Ruled.Route >= stakes && answer is not (Answer.Unsure or Answer.NotRead))
        {
            reached.Add(question.Id);
        }
    }

    private void CheckThatItIsOver(Question question, Situation after)
    {
        if (after.Assessment.Next?.Id == question.Id)
        {
            docket.Add(
                ProofCode.Endless,
                question,
                $"'{question.Id}' is asked again after it was answered, without end",
                after.Way()
            );
        }
    }

    private void CheckThatItDoesNotLower(Situation before, Question question, Situation after)
    {
        if (after.Ruled < before.Ruled && !IsFollowUp(question))
        {
            docket.Add(
                ProofCode.AnswerLowers,
                before.Assessment.Reasons[0].Rule,
                $"the answer to '{question.Id}' takes the route of '{before.Assessment.Reasons[0].Rule.Id}' back; "
                    + "the order of answers must not matter: mend its when:",
                after.Way()
            );
        }
    }

    private void CheckAgainstClear(Situation before, Question question, Answer answer, Situation after)
    {
        if (!question.SettlesBaseline.IsEmpty || question.Kind == QuestionKind.Choice)
        {
            return;
        }

        var clear = Beside(before, question, Milder(question, answer));
        if (after.Ruled < Situation.RuledBy(clear))
        {
            var isDoubt = answer is Answer.Unsure or Answer.NotRead;
            docket.Add(
                isDoubt ? ProofCode.DoubtLowers : ProofCode.WorseLowers,
                question,
                $"'{AnswerNotation.Write(answer)}' to '{question.Id}' leads less far than "
                    + $"'{AnswerNotation.Write(Milder(question, answer))}'; mend rule '{clear.Reasons[0].Rule.Id}'",
                after.Way()
            );
        }
    }

    /// <summary>What another answer in the same situation comes to; mostly it was the one before.</summary>
    private Assessment Beside(Situation before, Question question, Answer answer)
    {
        if (!beside.TryGetValue(answer, out var assessment))
        {
            beside[answer] = assessment = Triage.Assess(protocol, before.Sheet.With(question.Id, answer));
        }

        return assessment;
    }

    /// <summary>The next milder answer: a list without its last tick, a lower score, a reading nearer to health.</summary>
    private static Answer Milder(Question question, Answer answer) =>
        answer switch
        {
            Answer.Selected { Options: [.. var fewer, _] } => new Answer.Selected(fewer),
            Answer.Scale { Value: > 0 and var score } => new Answer.Scale(score - 1),
            _ => Partition.Clear(question),
        };

    private void CheckThatNoIsSafe(Situation before, Question question, Situation after)
    {
        if (question.SettlesBaseline.IsEmpty && !before.HasHeard && after.Ruled > before.Ruled)
        {
            docket.Add(
                ProofCode.UnsafeNo,
                question,
                $"a 'no' to '{question.Id}' raises the route (rule '{after.Assessment.Reasons[0].Rule.Id}'); "
                    + "ask so that no is the safe answer",
                after.Way()
            );
        }
    }

    private void CheckThatItOpensACase(Question question, Situation after)
    {
        if (
            question.Stakes != Stakes.None
            && (!after.Assessment.NeedsCase || after.Ruled.Route < RouteOf(question.Stakes))
        )
        {
            docket.Add(
                ProofCode.NoCase,
                question,
                $"a finding told in '{question.Id}' reaches {after.Ruled.Route}, below the question's stakes; write a rule",
                after.Way()
            );
        }
    }
}
