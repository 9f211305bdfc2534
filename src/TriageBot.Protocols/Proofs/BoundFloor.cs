using System.Collections.Immutable;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Proofs;

/// <summary>
/// The floor in the words of one protocol: where it says "whatever question asks about a stiff neck", the questions of this
/// protocol that do.
/// </summary>
internal sealed class BoundFloor
{
    public BoundFloor(Floor floor, Protocol protocol)
    {
        Rules = [.. floor.Rules.Select(rule => rule with { When = Bind(rule.When, protocol) })];
        FollowUps = [.. floor.FollowUps.Select(followUp => followUp with { When = Bind(followUp.When, protocol) })];
        Protocol = protocol with
        {
            Instructions = floor.Instructions,
            Rules =
            [
                .. Rules,
                .. FollowUps.Select(followUp => new Rule(
                    $"asks-{followUp.Id}",
                    "",
                    followUp.When,
                    Disposition.SelfCare,
                    new Source.Addition(""),
                    1
                )),
            ],
        };
    }

    public ImmutableArray<Rule> Rules { get; }

    public ImmutableArray<FloorFollowUp> FollowUps { get; }

    /// <summary>The protocol's questions with the floor's rules.</summary>
    public Protocol Protocol { get; }

    private static Condition Bind(Condition condition, Protocol protocol) =>
        condition switch
        {
            Condition.All all => new Condition.All([.. all.Parts.Select(part => Bind(part, protocol))]),
            Condition.Any any => new Condition.Any([.. any.Parts.Select(part => Bind(part, protocol))]),
            Condition.Not not => new Condition.Not(Bind(not.Part, protocol)),
            Condition.AnswerIs answer => new Condition.Any([
                .. protocol
                    .Questions.Where(q => q.Asks.Contains(answer.Question))
                    .Select(q => new Condition.AnswerIs(
                        q.Id,
                        [.. answer.Is.SelectMany(word => WordsOf(q, word, answer.Question))]
                    ))
                    .Where(bound => !bound.Is.IsEmpty),
            ]),
            Condition.ScaleIs scale => new Condition.Any([
                .. protocol
                    .Questions.Where(q => q.Kind == QuestionKind.Scale && q.Asks.Contains(scale.Question))
                    .Select(q => scale with { Question = q.Id }),
            ]),
            _ => condition,
        };

    /// <summary>"Yes" to a list is a tick at what asks about it.</summary>
    private static IEnumerable<string> WordsOf(Question question, string word, string asks) =>
        word == AnswerWords.Yes && question.Kind != QuestionKind.YesNo
            ? question
                .Options.Where(option => question.Kind == QuestionKind.AnyOf && option.Asks.Contains(asks))
                .Select(option => option.Id)
            : AnswerWords.Of(question).Where(known => known == word);
}
