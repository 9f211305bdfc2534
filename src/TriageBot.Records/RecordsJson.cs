using System.Text.Json.Serialization;
using TriageBot.Conversation.Effects;
using TriageBot.Records.CaseFiles;

namespace TriageBot.Records;

/// <summary>Generated (de)serializers of what the records keep as JSON beside activities and states.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(CaseCard))]
[JsonSerializable(typeof(NoticeData))]
internal sealed partial class RecordsJson : JsonSerializerContext;
