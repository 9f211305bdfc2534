using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TriageBot.Language;

namespace TriageBot.Host.Commands;

/// <summary>One understanding as a line of JSON. The names are a contract with the tools that read it.</summary>
internal static class UnderstandingJson
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(string id, string text, Understanding understood, bool explain)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("lang", understood.Lang);
            json.WriteString("yes_no", understood.YesNo);
            WriteNumber(json, "number", understood.Number);
            WriteNumber(json, "temperature_c", understood.TemperatureC);
            WriteList(json, "findings", understood.Findings);
            WriteList(json, "absent", understood.Absent);
            json.WriteString("floor", understood.Floor);
            if (explain)
            {
                WriteMentions(json, text, understood.Mentions);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.ToArray());
    }

    private static void WriteMentions(Utf8JsonWriter json, string text, ImmutableArray<Mention> mentions)
    {
        json.WriteStartArray("mentions");
        foreach (var mention in mentions)
        {
            json.WriteStartObject();
            json.WriteString("finding", mention.Observation.Finding);
            json.WriteString("polarity", Lower(mention.Observation.Polarity));
            json.WriteString("where", Lower(mention.Observation.Where));
            json.WriteString("trend", Lower(mention.Observation.Trend));
            json.WriteString("when", Lower(mention.Observation.When));
            json.WriteString("who", Lower(mention.Observation.Who));
            json.WriteString("severity", Lower(mention.Observation.Severity));
            json.WriteString("words", text.AsSpan(mention.Span.Start, mention.Span.Length));
            json.WriteString("phrase", mention.Phrase);
            json.WriteString("cue", mention.Cue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Lower(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
