using System.Collections.Immutable;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using TriageBot.Protocols.Rules;

namespace TriageBot.Protocols.Reading;

/// <summary>Checks that need the whole protocol: nothing forgotten, nothing unheard, no answer that goes astray.</summary>
internal static class Soundness
{
    public static void Check(Protocol protocol, Node root, ImmutableArray<Node> parts, Desk desk)
    {
        if (protocol.Questions.IsEmpty || protocol.Rules.IsEmpty)
        {
            root.Report(ProtocolCode.EmptyProtocol, "the protocol has no questions or no rules; write both");
            return;
        }

        CheckSheet(protocol, desk);
        CheckVocabulary(protocol, root);
        var places = parts
            .SelectMany(part => part["sections"].Items)
            .SelectMany(section => section["questions"].Items)
            .Zip(protocol.Questions);
        foreach (var (place, question) in places)
        {
            CheckOrder(protocol, question, place);
            CheckAnswers(protocol, question, place);
            CheckDoubt(protocol, question, place);
        }
    }

    private static void CheckSheet(Protocol protocol, Desk desk)
    {
        var cited = protocol
            .Rules.Select(rule => rule.Source)
            .OfType<Source.Cite>()
            .Select(cite => cite.Line)
            .ToHashSet();
        foreach (var (id, line) in desk.Sheet.Where(entry => entry.Value.IsAlarm && !cited.Contains(entry.Key)))
        {
            line.Place.Report(
                ProtocolCode.UncitedLine,
                $"no rule cites the sheet's line '{id}'; write a rule that does"
            );
        }
    }

    private static void CheckVocabulary(Protocol protocol, Node root)
    {
        var heard = protocol.Questions.SelectMany(question => question.Asks).Concat(protocol.ListenedFor).ToHashSet();
        var forgotten = Vocabulary
            .Findings.Concat(Vocabulary.Intents)
            .Where(id => !heard.Contains(id))
            .Order(StringComparer.Ordinal);
        foreach (var id in forgotten)
        {
            root.Report(
                ProtocolCode.UnheardFinding,
                $"'{id}' is neither asked nor listened for; ask it, or add it to listened-for:"
            );
        }
    }

    private static void CheckOrder(Protocol protocol, Question question, Node place)
    {
        var order = protocol.Questions.Select(q => q.Id).ToList();
        foreach (var named in Named(question.When).Distinct().Where(order.Contains))
        {
            if (order.IndexOf(named) >= order.IndexOf(question.Id))
            {
                place["when"]
                    .Report(
                        ProtocolCode.QuestionAhead,
                        $"'{question.Id}' waits for '{named}', which is not asked before it; change the order or when:"
                    );
            }
        }
    }

    private static void CheckAnswers(Protocol protocol, Question question, Node place)
    {
        var answers = SingleAnswers(question, place).ToList();
        foreach (var (answer, at, name) in answers)
        {
            var route = RouteOf(protocol, AnswerSheet.Empty.With(question.Id, answer));
            if (route is null && question.Kind == QuestionKind.AnyOf)
            {
                at.Report(
                    ProtocolCode.IdleOption,
                    $"no rule holds when '{name}' is chosen; write one, or remove the option"
                );
            }
            else if (route > RouteOf(question.Stakes))
            {
                at.Report(
                    ProtocolCode.StakesTooLow,
                    $"'{name}' of '{question.Id}' leads to {route}, above its stakes; raise stakes:"
                );
            }
            else if (route < RouteOf(question.Stakes) && question.Kind == QuestionKind.AnyOf)
            {
                at.Report(
                    ProtocolCode.MixedList,
                    $"'{name}' leads to {route}, other options of '{question.Id}' higher; a list holds one route: split it"
                );
            }
        }
    }

    /// <summary>"Not sure" and unreadable replies to an emergency question must reach a rule, or they would wait.</summary>
    private static void CheckDoubt(Protocol protocol, Question question, Node place)
    {
        var rephrase = question.Rephrase is { } id ? protocol.Find(id) : null;
        if (question.Stakes != Stakes.Emergency || rephrase?.Stakes == Stakes.Emergency)
        {
            return;
        }

        foreach (Answer answer in (Answer[])[new Answer.Unsure(), new Answer.NotRead()])
        {
            var sheet = AnswerSheet.Empty.With(question.Id, answer);
            sheet = rephrase is null ? sheet : sheet.With(rephrase.Id, answer);
            var reasons = Triage.Assess(protocol, sheet).Reasons;
            if (reasons.IsEmpty || reasons[0].Rule.Disposition < protocol.Unfinished)
            {
                var word = answer is Answer.Unsure ? AnswerWords.Unsure : AnswerWords.NotRead;
                place.Report(
                    ProtocolCode.UnansweredEmergency,
                    $"no rule says what '{word}' to the emergency question '{question.Id}' means; write one"
                );
            }
        }
    }

    private static IEnumerable<(Answer Answer, Node At, string Name)> SingleAnswers(Question question, Node place) =>
        question.Kind switch
        {
            QuestionKind.YesNo => [(new Answer.Yes(), place, AnswerWords.Yes)],
            QuestionKind.AnyOf => question
                .Options.Zip(place["options"].Items)
                .Select(pair => ((Answer)new Answer.Selected([pair.First.Id]), pair.Second, pair.First.Id)),
            QuestionKind.Choice => question
                .Options.Zip(place["options"].Items)
                .Select(pair => ((Answer)new Answer.Chosen(pair.First.Id), pair.Second, pair.First.Id)),
            _ => [],
        };

    private static Route? RouteOf(Protocol protocol, AnswerSheet sheet) =>
        Triage.Assess(protocol, sheet).Reasons is [var first, ..] ? first.Rule.Disposition.Route : null;

    private static Route RouteOf(Stakes stakes) =>
        stakes switch
        {
            Stakes.Emergency => Route.Emergency,
            Stakes.Callback => Route.Callback,
            _ => Route.SelfCare,
        };

    private static IEnumerable<string> Named(Condition? condition) =>
        condition switch
        {
            Condition.All all => all.Parts.SelectMany(Named),
            Condition.Any any => any.Parts.SelectMany(Named),
            Condition.Not not => Named(not.Part),
            Condition.AnswerIs answer => [answer.Question],
            Condition.ScaleIs scale => [scale.Question],
            _ => [],
        };
}
