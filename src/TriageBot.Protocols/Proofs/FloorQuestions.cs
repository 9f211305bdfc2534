using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>Whether everybody is asked what the floor wants asked, and whoever tells something what follows from it.</summary>
internal sealed class FloorQuestions(Protocol protocol, Floor floor, Docket docket)
{
    private readonly ImmutableArray<Question> clear = AskedFrom(protocol, AnswerSheet.Empty);

    public void Check(ImmutableArray<FloorFollowUp> followUps, IEnumerable<(Turn Cause, AnswerSheet Sheet)> causes)
    {
        CheckAsked();
        CheckOrder();
        foreach (var (cause, sheet) in causes)
        {
            var judge = new Judge(protocol, sheet);
            foreach (var followUp in followUps.Where(followUp => judge.Holds(followUp.When)))
            {
                CheckFollowUp(followUp, cause, sheet);
            }
        }
    }

    private void CheckAsked()
    {
        foreach (var wanted in floor.Asked)
        {
            if (!clear.Any(question => question.Stakes >= wanted.Stakes && Asks(question, wanted)))
            {
                docket.Add(
                    ProofCode.NotAsked,
                    $"nobody who is well is asked about '{wanted.Asks}' in a question with stakes: "
                        + $"{Name(wanted.Stakes)}; ask it of everybody",
                    []
                );
            }
        }
    }

    private static bool Asks(Question question, FloorQuestion wanted) =>
        wanted.Where == Where.Unknown
            ? question.Asks.Contains(wanted.Asks)
            : question.Claims.Any(claim => claim.Finding == wanted.Asks && claim.Where == wanted.Where);

    /// <summary>Who breaks off has been asked what is gravest.</summary>
    private void CheckOrder()
    {
        var milder = clear.FirstOrDefault(question => question.Stakes == Stakes.Callback);
        var late = clear.SkipWhile(question => question != milder).Where(q => q.Stakes == Stakes.Emergency);
        foreach (var question in late)
        {
            docket.Add(
                ProofCode.EmergencyLate,
                question,
                $"the emergency question '{question.Id}' is asked after '{milder!.Id}'; ask emergencies first",
                []
            );
        }
    }

    private void CheckFollowUp(FloorFollowUp followUp, Turn cause, AnswerSheet sheet)
    {
        // An emergency ends the questions.
        if (Script.Next(protocol, sheet) is ScriptStep.Done)
        {
            return;
        }

        var asked = AskedFrom(protocol, sheet)
            .Concat(protocol.Questions.Where(question => question.Id == cause.Question))
            // A list that everybody is asked is no follow-up: its answer is what is followed up.
            .Where(question => question.Kind != QuestionKind.AnyOf || !clear.Contains(question))
            .Where(question => question.Stakes >= followUp.Stakes)
            .SelectMany(question => question.Asks)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var asks in followUp.Asks.Where(asks => !asked.Contains(asks) && !sheet.Facts.ContainsKey(asks)))
        {
            docket.Add(
                ProofCode.NoFollowUp,
                $"nobody asks about '{asks}' after this (floor '{followUp.Id}') in a question with stakes: "
                    + $"{Name(followUp.Stakes)}; ask it when: that is told",
                [cause]
            );
        }
    }

    /// <summary>What is asked of somebody who has nothing else to tell.</summary>
    private static ImmutableArray<Question> AskedFrom(Protocol protocol, AnswerSheet sheet)
    {
        var asked = ImmutableArray.CreateBuilder<Question>();
        while (
            Script.Next(protocol, sheet) is ScriptStep.Ask { Question: var question }
            && asked.Count < protocol.Questions.Length
        )
        {
            asked.Add(question);
            sheet = sheet.With(question.Id, Partition.Clear(question));
        }

        return asked.ToImmutable();
    }

    private static string Name(Stakes stakes) => stakes == Stakes.Emergency ? "emergency" : "callback";
}
