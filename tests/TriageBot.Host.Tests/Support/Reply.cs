using System.Text.Json;

namespace TriageBot.Host.Tests.Support;

/// <summary>A message of the bot, as a client gets it.</summary>
internal sealed class Reply(JsonElement activity)
{
    public JsonElement Activity { get; } = activity;

    public string Text => Activity.TryGetProperty("text", out var text) ? text.GetString()! : "";

    public string Id => Activity.GetProperty("id").GetString()!;

    /// <summary><c>channelData.triage.question</c>, or null.</summary>
    public JsonElement? Question => Triage("question");

    public JsonElement? Outcome => Triage("outcome");

    public string? QuestionId => Question?.GetProperty("id").GetString();

    /// <summary>"emergency", "callback", "selfcare", or null where this message tells no outcome.</summary>
    public string? Disposition => Outcome?.GetProperty("disposition").GetString();

    public override string ToString() => Text;

    private JsonElement? Triage(string part) =>
        Activity.TryGetProperty("channelData", out var data)
        && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("triage", out var triage)
        && triage.TryGetProperty(part, out var found)
            ? found
            : null;
}
