using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TriageBot.BotFramework.Schema;

namespace TriageBot.BotFramework.Hosting;

/// <summary>The one set of JSON options for activities, on the wire and in the database.</summary>
public static class BotJson
{
    private static readonly JsonWriterOptions Generated = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>
    /// Generated code for the protocol's own types; reflection only for types that a bot author passes in
    /// (<c>GetChannelData&lt;T&gt;</c>, <c>Entity.GetAs&lt;T&gt;</c>, an invoke response's body).
    /// </summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    /// <summary>Reads one activity.</summary>
    /// <exception cref="JsonException">The text is not JSON, not an object, or a property has the wrong type.</exception>
    public static Activity ReadActivity(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Of<Activity>()) ?? throw new JsonException("null is not an activity.");

    /// <inheritdoc cref="ReadActivity(ReadOnlySpan{byte})"/>
    public static Activity ReadActivity(string json) =>
        JsonSerializer.Deserialize(json, Of<Activity>()) ?? throw new JsonException("null is not an activity.");

    /// <summary>Writes one activity, without the properties that are null.</summary>
    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, Of<Activity>());

    /// <summary>The same, as bytes of UTF-8.</summary>
    internal static void Write(Activity activity, IBufferWriter<byte> to)
    {
        using var writer = new Utf8JsonWriter(to, Generated);
        JsonSerializer.Serialize(writer, activity, Of<Activity>());
    }

    /// <summary>A copy that shares nothing with the original; open values come out as if read from the wire.</summary>
    public static Activity Copy(Activity activity) => ReadActivity(Write(activity));

    internal static JsonElement ToElement<T>(T value) =>
        value is null
            ? JsonSerializer.SerializeToElement(value, Of<T>())
            : JsonSerializer.SerializeToElement(value, Options.GetTypeInfo(value.GetType()));

    /// <summary>The JSON of an open value: a mix of primitives, lists, dictionaries and schema types.</summary>
    internal static JsonElement OpenElement(object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            new OpenValueConverter().Write(writer, value, Options);
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    internal static T? Convert<T>(JsonElement element) => element.Deserialize(Of<T>());

    internal static JsonTypeInfo<T> Of<T>() => Info<T>.Found;

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(BotJsonContext.Default.Options)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(BotJsonContext.Default, new DefaultJsonTypeInfoResolver()),
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly();
        return options;
    }

    // Looked up once for each type, not once for each activity.
    private static class Info<T>
    {
        public static readonly JsonTypeInfo<T> Found = (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
    }
}
