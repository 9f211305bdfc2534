using System.Text.Json;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Conversation.CheckIns;
using TriageBot.Protocols;
using TriageBot.Records.Model;

namespace TriageBot.Host.Worked;

/// <summary>What one person has heard, and how their check-in stands.</summary>
internal sealed class Heard
{
    /// <summary>Our own id of the conversation; null before the first turn.</summary>
    public string? Conversation { get; set; }

    public long Watermark { get; private set; }

    /// <summary>The messages of the last turn.</summary>
    public IReadOnlyList<Message> Messages { get; set; } = [];

    /// <summary>The outcome told last, as "callback 1h"; "none" before.</summary>
    public string Outcome { get; private set; } = "none";

    public CheckIn? CheckIn { get; set; }

    public Assessment? Assessment { get; set; }

    public void Take(IReadOnlyList<ActivityRow> rows)
    {
        Watermark = rows.Count == 0 ? Watermark : rows[^1].Sequence;
        Messages =
        [
            .. rows.Select(row => Message.Of(BotJson.ReadActivity(row.Payload!))).Where(m => m.Text.Length > 0),
        ];
        Outcome = Messages.LastOrDefault(message => message.Outcome is not null)?.Outcome ?? Outcome;
    }
}

/// <param name="Question">The id of the question that it asks, or null.</param>
/// <param name="Outcome">The outcome that it tells, or null.</param>
internal sealed record Message(string Text, string? Question, string? Outcome)
{
    public static Message Of(Activity activity)
    {
        var triage =
            activity.ChannelData is JsonElement { ValueKind: JsonValueKind.Object } data
            && data.TryGetProperty("triage", out var found)
                ? found
                : default;
        return new Message(
            activity.Text ?? "",
            Part(triage, "question") is { } question ? Word(question, "id") : null,
            Part(triage, "outcome") is { } outcome
                ? $"{Word(outcome, "disposition")} {Word(outcome, "within")}".TrimEnd()
                : null
        );
    }

    public override string ToString() => Question is null ? $"\"{Text}\"" : $"{Question} \"{FirstLine}\"";

    private string FirstLine => Text.Split('\n')[0];

    private static JsonElement? Part(JsonElement triage, string name) =>
        triage.ValueKind == JsonValueKind.Object && triage.TryGetProperty(name, out var part) ? part : null;

    private static string? Word(JsonElement part, string name) =>
        part.TryGetProperty(name, out var word) ? word.GetString() : null;
}
