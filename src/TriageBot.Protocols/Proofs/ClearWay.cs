using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Questions;

namespace TriageBot.Protocols.Proofs;

/// <summary>The check-in of a patient who has nothing to tell.</summary>
/// <param name="Turns">What is asked and answered.</param>
/// <param name="Emergencies">The emergency questions that are asked then, and so must be asked of everybody.</param>
/// <param name="Assessment">How it ends.</param>
internal sealed record ClearWay(ImmutableArray<Turn> Turns, ImmutableArray<Question> Emergencies, Assessment Assessment)
{
    public static ClearWay Of(Protocol protocol)
    {
        var turns = ImmutableArray.CreateBuilder<Turn>();
        var emergencies = ImmutableArray.CreateBuilder<Question>();
        var sheet = AnswerSheet.Empty;
        while (
            Script.Next(protocol, sheet) is ScriptStep.Ask { Question: var question }
            && turns.Count < protocol.Questions.Length
        )
        {
            turns.Add(Turn.Of(question.Id, Partition.Clear(question)));
            sheet = sheet.With(question.Id, Partition.Clear(question));
            if (question.Stakes == Stakes.Emergency)
            {
                emergencies.Add(question);
            }
        }

        return new ClearWay(turns.ToImmutable(), emergencies.ToImmutable(), Triage.Assess(protocol, sheet));
    }
}
