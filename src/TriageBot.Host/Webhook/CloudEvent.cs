using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Effects;
using TriageBot.Records.Model;

namespace TriageBot.Host.Webhook;

/// <summary>News of a case as a CloudEvents 1.0 event in JSON.</summary>
internal static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    private const string Source = "urn:triagebot:cases";

    /// <param name="card">The nurse's card as it stands now; null where it was erased.</param>
    public static byte[] Write(NoticeRow notice, CaseCard? card)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", notice.Id);
            json.WriteString("source", Source);
            json.WriteString("type", $"triagebot.case.{notice.Type}");
            json.WriteString("subject", notice.CaseId);
            json.WriteString("time", notice.CreatedAt);
            json.WriteString("datacontenttype", "application/json");
            json.WriteStartObject("data");
            using (var summary = JsonDocument.Parse(notice.Payload))
            {
                foreach (var property in summary.RootElement.EnumerateObject())
                {
                    property.WriteTo(json);
                }
            }

            json.WritePropertyName("card");
            JsonSerializer.Serialize(json, card, CheckInJson.Default.CaseCard!);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.ToArray();
    }
}
