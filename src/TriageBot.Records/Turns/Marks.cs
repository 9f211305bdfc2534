using System.Globalization;
using System.Text.Json;
using TriageBot.BotFramework.Hosting;
using TriageBot.Records.Model;

namespace TriageBot.Records.Turns;

/// <summary>What <c>channelData.triage</c> of an outgoing message says of its delivery.</summary>
internal readonly record struct Marks(Weight? Weight, DateTimeOffset? GoodUntil)
{
    public static Marks Read(OutgoingActivity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("triage", out var triage)
        && triage.ValueKind == JsonValueKind.Object
            ? new Marks(WeightOf(triage), GoodUntilOf(triage))
            : default;

    private static Weight? WeightOf(JsonElement triage)
    {
        if (Text(triage, "matters") is { } said && Enum.TryParse<Weight>(said, ignoreCase: true, out var weight))
        {
            return weight;
        }
        if (triage.TryGetProperty("outcome", out var outcome) && outcome.ValueKind == JsonValueKind.Object)
        {
            return Text(outcome, "disposition") switch
            {
                "emergency" => Model.Weight.Instruction,
                "callback" => Model.Weight.Promise,
                _ => null,
            };
        }
        return triage.TryGetProperty("question", out _) ? Model.Weight.Question : null;
    }

    private static DateTimeOffset? GoodUntilOf(JsonElement triage) =>
        DateTimeOffset.TryParse(
            Text(triage, "goodUntil"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var until
        )
            ? until
            : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
