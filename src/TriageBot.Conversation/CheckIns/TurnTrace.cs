using TriageBot.Conversation.Messages;

namespace TriageBot.Conversation.CheckIns;

/// <summary>
/// What a developer sees in the Emulator's or the Playground's inspector after a turn: where the check-in stands and
/// which rules fired. Nothing that the patient wrote is in it.
/// </summary>
internal static class TurnTrace
{
    private const string EmulatorChannel = "emulator";

    public static async Task SendAsync(ITurnContext context, CancellationToken cancellation)
    {
        if (context.Activity.ChannelId != EmulatorChannel)
        {
            return;
        }

        var turn = CheckInTurn.Of(context);
        var trace = (Activity)Activity.CreateTraceActivity("TriageBot.CheckIn", label: "Check-in after the turn");
        trace.ValueType = "https://www.botframework.com/schemas/botState";
        trace.Value = Describe(turn);
        await context.SendActivityAsync(trace, cancellation);
    }

    private static Dictionary<string, object> Describe(CheckInTurn turn)
    {
        var (checkIn, assessment) = (turn.CheckIn, turn.Assessment);
        var state = new Dictionary<string, object>
        {
            ["stage"] = checkIn.Stage.ToString(),
            ["language"] = checkIn.Language,
            ["protocol"] = $"{turn.Protocol.Id} {turn.Protocol.Version}",
            ["answered"] = checkIn.Answered.Select(answered => answered.Question).ToArray(),
            ["disposition"] = TriageData.NameOf(assessment.Disposition.Route),
            ["rules"] = assessment
                .Reasons.Select(reason => new Dictionary<string, object>
                {
                    ["rule"] = reason.Rule.Id,
                    ["finding"] = reason.Rule.About,
                })
                .ToArray(),
        };
        Add("question", checkIn.Out?.Id);
        Add("next", assessment.Next?.Id);
        Add("told", checkIn.Told is { } told ? TriageData.NameOf(told.Route) : null);
        Add("case", checkIn.Case?.Id);
        return state;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                state[name] = value;
            }
        }
    }
}
