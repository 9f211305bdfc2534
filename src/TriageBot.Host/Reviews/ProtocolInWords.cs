using System.Globalization;
using TriageBot.Conversation.Phrases;
using TriageBot.Host.Charts;
using TriageBot.Protocols;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;
using Route = TriageBot.Protocols.Routes.Route;

namespace TriageBot.Host.Reviews;

/// <summary>
/// All that a protocol says, item by item, in words that do not depend on where it stands in a file: what is to be signed,
/// and what two versions are compared by.
/// </summary>
internal static class ProtocolInWords
{
    public static IReadOnlyList<Item> Of(Protocol protocol, PhraseLibrary phrases) =>
        [
            .. protocol.Questions.Select(question => OfQuestion(protocol, question, phrases)),
            .. protocol.Rules.Select(rule => new Item(
                "rule",
                rule.Id,
                $"{RouteOf(rule.Disposition)}{(rule.Instruction is null ? "" : $", text {rule.Instruction}")}. "
                    + $"When {ConditionWords.Of(rule.When, protocol)}. {HeardRow.Why(rule.Source)}"
            )),
            .. protocol.Advice.Select(advice => new Item(
                "advice",
                advice.Id,
                $"{(advice.When is null ? "Always" : $"If {ConditionWords.Of(advice.When, protocol)}")}. {HeardRow.Why(advice.Source)}"
            )),
            .. protocol.Topics.Select(topic => new Item(
                "topic",
                topic.Id,
                $"{(topic.OffersCallback ? "Offers a callback" : "Answered from the sheet")}. {HeardRow.Why(topic.Source)}"
            )),
            .. protocol
                .Thresholds.Named.OrderBy(threshold => threshold.Key, StringComparer.Ordinal)
                .Select(threshold => new Item(
                    "threshold",
                    threshold.Key,
                    threshold.Value.ToString(CultureInfo.InvariantCulture)
                )),
            .. Texts(protocol, phrases),
        ];

    public static string RouteOf(Disposition disposition) =>
        disposition switch
        {
            { Route: Route.Emergency } => "EMERGENCY",
            { Route: Route.Callback, Within: { } within } => string.Create(
                CultureInfo.InvariantCulture,
                $"Callback within {within.TotalHours:0.##} h"
            ),
            _ => "Self-care",
        };

    private static Item OfQuestion(Protocol protocol, Question question, PhraseLibrary phrases)
    {
        var when = question.When is null ? "Always asked" : $"Asked if {ConditionWords.Of(question.When, protocol)}";
        return new Item(
            "question",
            question.Id,
            $"{question.Kind}, stakes: {question.Stakes}. {when}. Asks about {string.Join(", ", question.Asks)}."
        );
    }

    private static IEnumerable<Item> Texts(Protocol protocol, PhraseLibrary phrases)
    {
        var questions = protocol.Questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        return phrases
            .Languages.SelectMany(language =>
                phrases
                    .In(language)
                    .Keys.Select(key => new Item("text", $"{key} ({language})", phrases.In(language).Say(key)))
            )
            .Where(item =>
                !item.Id.StartsWith("q.", StringComparison.Ordinal) || questions.Contains(QuestionOf(item.Id))
            );
    }

    private static string QuestionOf(string key) => key.Split('.', ' ')[1];
}

/// <param name="Kind">"question", "rule", "text" …</param>
internal sealed record Item(string Kind, string Id, string Words);
