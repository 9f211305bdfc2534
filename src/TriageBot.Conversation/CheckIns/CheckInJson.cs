using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.Conversation.Effects;
using TriageBot.Protocols.Answers;
using TriageBot.Protocols.Findings;

namespace TriageBot.Conversation.CheckIns;

/// <summary>How a check-in and a case card are written: the one definition for state, records and webhooks.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AnswerSheetConverter)]
)]
[JsonSerializable(typeof(CheckIn))]
[JsonSerializable(typeof(CaseCard))]
[JsonSerializable(typeof(Observation))]
public sealed partial class CheckInJson : JsonSerializerContext;

/// <summary>A sheet as <c>{"answers":{"fever":"yes"},"heard":[…],"facts":{…}}</c>.</summary>
public sealed class AnswerSheetConverter : JsonConverter<AnswerSheet>
{
    public override AnswerSheet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var sheet = AnswerSheet.Empty;
        foreach (var answer in root.GetProperty("answers").EnumerateObject())
        {
            sheet = sheet.With(answer.Name, AnswerNotation.Parse(answer.Value.GetString()!));
        }

        foreach (var fact in root.GetProperty("facts").EnumerateObject())
        {
            sheet = sheet.Knowing(fact.Name, fact.Value.GetString()!);
        }

        var heard = root.GetProperty("heard")
            .EnumerateArray()
            .Select(o => o.Deserialize(CheckInJson.Default.Observation)!);
        return sheet.Hear(heard);
    }

    public override void Write(Utf8JsonWriter writer, AnswerSheet value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("answers");
        foreach (var (question, answer) in value.Answers)
        {
            writer.WriteString(question, AnswerNotation.Write(answer));
        }

        writer.WriteEndObject();
        writer.WriteStartArray("heard");
        foreach (var observation in value.Heard)
        {
            JsonSerializer.Serialize(writer, observation, CheckInJson.Default.Observation);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("facts");
        foreach (var (fact, known) in value.Facts)
        {
            writer.WriteString(fact, known);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
