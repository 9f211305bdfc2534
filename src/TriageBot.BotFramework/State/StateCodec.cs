using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TriageBot.BotFramework.State;

/// <summary>
/// Turns the values of a state into JSON text and back, each with its type: an int comes back an int, a
/// <c>List&lt;string&gt;</c> a <c>List&lt;string&gt;</c>. It knows string, bool, int, long, double, decimal,
/// DateTimeOffset, Guid, lists, arrays and string-keyed dictionaries of them, null, and the types of its
/// <see cref="StateTypes"/>; any other value is refused when it is written. Text holds names from that list, never
/// names of .NET types.
/// </summary>
public sealed class StateCodec
{
    internal const string TypeTag = "$";
    internal const string ValueTag = "v";
    internal const int MaxDepth = 64;

    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 1000,
    };

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    public StateCodec(StateTypes? types = null)
        : this(types, null) { }

    private StateCodec(StateTypes? types, JsonSerializerOptions? unregistered)
    {
        Names = new StateNames((types ?? new StateTypes()).ByName(), unregistered is not null);
        Unregistered = unregistered;
    }

    /// <summary>True where values of types outside the list are kept too, by reflection and under their .NET name.</summary>
    public bool AllowsUnregistered => Unregistered is not null;

    /// <summary>For storages that bring no codec of their own: mocks, and bot authors' classes.</summary>
    internal static StateCodec Lenient { get; } = AllowUnregistered();

    internal StateNames Names { get; }

    internal JsonSerializerOptions? Unregistered { get; }

    /// <summary>A codec for tests over types that nobody registered. Its text must not outlive the process.</summary>
    public static StateCodec AllowUnregistered(StateTypes? types = null, JsonSerializerOptions? options = null) =>
        new(types, options ?? JsonSerializerOptions.Default);

    /// <summary>Writes a value.</summary>
    /// <param name="key">The state's storage key, for messages.</param>
    /// <param name="value">A state, or any value that one may hold.</param>
    /// <exception cref="StateCodecException">It holds a value of a type that is not in the list.</exception>
    public string Encode(string key, object? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var buffer = SpareBuffer.Take();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            new StateWriter(this, json, key).WriteValue(value);
        }
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        SpareBuffer.Return(buffer);
        return text;
    }

    /// <summary>Reads a value that <see cref="Encode"/> wrote.</summary>
    /// <exception cref="StateCodecException">The text is damaged or names a type that is not in the list.</exception>
    public object? Decode(string key, string text)
    {
        ArgumentNullException.ThrowIfNull(key);
        try
        {
            return new StateReader(this, JsonElement.Parse(text, Deep), key).ReadValue();
        }
        catch (JsonException e)
        {
            throw new StateCodecException(key, "", "this is not the text of a state.", e);
        }
    }

    internal static JsonNode? ToNode(string text) => JsonNode.Parse(text, documentOptions: Deep);
}
