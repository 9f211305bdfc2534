using System.Globalization;
using TriageBot.Conversation.CheckIns;
using TriageBot.Protocols;
using TriageBot.Protocols.Questions;
using TriageBot.Protocols.Routes;

namespace TriageBot.Conversation.Messages;

/// <summary>
/// <c>channelData.triage</c>: what a message carries for the chat page, testers' tools and evaluation. The only place
/// that writes it.
/// </summary>
internal static class TriageData
{
    private const string Promise = "promise";

    /// <param name="stem">The question without its options, for doors that show those in another way.</param>
    public static Dictionary<string, object> OfQuestion(
        Question question,
        string stem,
        IReadOnlyList<ShownOption> options
    ) =>
        Wrap(
            "question",
            new Dictionary<string, object>
            {
                ["id"] = question.Id,
                ["kind"] = KindOf(question.Kind),
                ["stem"] = stem,
                ["asks"] = question.Asks.ToArray(),
                ["options"] = options
                    .Select(option => new Dictionary<string, object>
                    {
                        ["text"] = option.Label,
                        ["value"] = option.Value,
                        ["asks"] = option.Asks.ToArray(),
                    })
                    .ToArray(),
            },
            "question"
        );

    public static Dictionary<string, object> OfOutcome(CheckInTurn turn, string matters)
    {
        var assessment = turn.Assessment;
        var outcome = new Dictionary<string, object>
        {
            ["disposition"] = NameOf(assessment.Disposition.Route),
            ["protocol"] = turn.Protocol.Id,
            ["version"] = turn.Protocol.Version,
            ["hash"] = turn.Protocol.Hash,
            ["reasons"] = assessment
                .Reasons.Select(reason => new Dictionary<string, object>
                {
                    ["rule"] = reason.Rule.Id,
                    ["finding"] = reason.Rule.About,
                })
                .ToArray(),
        };
        if (assessment.Disposition is { Route: Route.Callback, Within: { } within })
        {
            outcome["within"] = $"{within.TotalHours:0.##}h";
        }

        if (turn.CheckIn.Case is { } link)
        {
            outcome["case"] = link.Id;
        }

        var data = Wrap("outcome", outcome, matters);
        AddGoodUntil(data, turn, matters);
        return data;
    }

    /// <param name="matters">"instruction", "promise" or "question": a nurse hears of it where it cannot be delivered.</param>
    public static Dictionary<string, object> OfText(string matters) =>
        new() { ["triage"] = new Dictionary<string, object> { ["matters"] = matters } };

    /// <summary>A text that names the promised time; past that time it must not be sent any more.</summary>
    public static Dictionary<string, object> OfPromise(CheckInTurn turn)
    {
        var data = OfText(Promise);
        AddGoodUntil(data, turn, Promise);
        return data;
    }

    public static string NameOf(Route route) =>
        route switch
        {
            Route.Emergency => "emergency",
            Route.Callback => "callback",
            _ => "selfcare",
        };

    private static void AddGoodUntil(Dictionary<string, object> data, CheckInTurn turn, string matters)
    {
        if (matters == Promise && turn.CheckIn.Case?.PromisedBy is { } promised)
        {
            ((Dictionary<string, object>)data["triage"])["goodUntil"] = promised.ToString(
                "O",
                CultureInfo.InvariantCulture
            );
        }
    }

    private static Dictionary<string, object> Wrap(string key, Dictionary<string, object> value, string matters) =>
        new()
        {
            ["triage"] = new Dictionary<string, object> { [key] = value, ["matters"] = matters },
        };

    private static string KindOf(QuestionKind kind) =>
        kind switch
        {
            QuestionKind.YesNo => "yes-no",
            QuestionKind.AnyOf => "any-of",
            QuestionKind.Temperature => "temperature",
            QuestionKind.Scale => "scale",
            QuestionKind.Choice => "choice",
            QuestionKind.Phone => "phone",
            _ => "text",
        };
}
