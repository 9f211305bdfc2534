using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TriageBot.BotFramework.Hosting;

/// <summary>
/// Reads and writes properties whose type the protocol leaves open (<c>value</c>, <c>channelData</c>, <c>content</c>).
/// Strings, booleans and numbers are read as such (whole numbers as long); objects and arrays as
/// <see cref="JsonElement"/>. What is written may be any mix of those, dictionaries, lists and schema types.
/// </summary>
public sealed class OpenValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt64(out var whole) => whole,
            JsonTokenType.Number => reader.GetDouble(),
            _ => JsonElement.ParseValue(ref reader),
        };

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case JsonNode node:
                node.WriteTo(writer, options);
                break;
            // What bots make mostly; the next case would box each entry.
            case Dictionary<string, object> own:
                WriteObject(writer, own, options);
                break;
            case IDictionary dictionary:
                WriteObject(writer, dictionary, options);
                break;
            case IEnumerable<KeyValuePair<string, object?>> pairs:
                WriteObject(writer, pairs, options);
                break;
            case IEnumerable sequence:
                WriteArray(writer, sequence, options);
                break;
            default:
                JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
                break;
        }
    }

    private void WriteObject(Utf8JsonWriter writer, Dictionary<string, object> own, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, item) in own)
        {
            writer.WritePropertyName(name);
            Write(writer, item, options);
        }
        writer.WriteEndObject();
    }

    private void WriteObject(
        Utf8JsonWriter writer,
        IEnumerable<KeyValuePair<string, object?>> pairs,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        foreach (var (name, item) in pairs)
        {
            writer.WritePropertyName(name);
            Write(writer, item, options);
        }
        writer.WriteEndObject();
    }

    private void WriteObject(Utf8JsonWriter writer, IDictionary dictionary, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in dictionary)
        {
            writer.WritePropertyName(Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!);
            Write(writer, entry.Value, options);
        }
        writer.WriteEndObject();
    }

    private void WriteArray(Utf8JsonWriter writer, IEnumerable sequence, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in sequence)
        {
            Write(writer, item, options);
        }
        writer.WriteEndArray();
    }
}
