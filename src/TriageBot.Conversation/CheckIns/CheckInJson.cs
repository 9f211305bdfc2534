using System.Collections.Immutable;
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
        var answers = AnswerSheet.Empty.Answers.ToBuilder();
        var facts = AnswerSheet.Empty.Facts.ToBuilder();
        var heard = ImmutableArray.CreateBuilder<Observation>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var part = reader.GetString();
            reader.Read();
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                if (part == "heard")
                {
                    heard.Add(JsonSerializer.Deserialize(ref reader, CheckInJson.Default.Observation)!);
                    continue;
                }

                var name = reader.GetString()!;
                reader.Read();
                if (part == "facts")
                {
                    facts[name] = reader.GetString()!;
                }
                else if (AnswerNotation.Parse(reader.GetString()!) is var answer and not Answer.NotAsked)
                {
                    answers[name] = answer;
                }
            }
        }

        return new AnswerSheet
        {
            Answers = answers.ToImmutable(),
            Heard = heard.DrainToImmutable(),
            Facts = facts.ToImmutable(),
        };
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
