using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace TriageBot.BotFramework.State;

/// <summary>A built-in type of single values. Those whose JSON says what they are need no tag.</summary>
internal sealed class StatePrimitive
{
    private static readonly StatePrimitive[] All =
    [
        Make<string>("string", (json, value) => json.WriteStringValue(value), json => json.GetString()!, plain: true),
        Make<bool>("bool", (json, value) => json.WriteBooleanValue(value), json => json.GetBoolean(), plain: true),
        Make<int>("int", (json, value) => json.WriteNumberValue(value), json => json.GetInt32(), plain: true),
        Make<long>("long", (json, value) => json.WriteNumberValue(value), json => json.GetInt64()),
        Make<double>("double", WriteDouble, ReadDouble),
        Make<decimal>("decimal", (json, value) => json.WriteNumberValue(value), json => json.GetDecimal()),
        Make<DateTimeOffset>("time", (json, value) => json.WriteStringValue(value), json => json.GetDateTimeOffset()),
        Make<Guid>("guid", (json, value) => json.WriteStringValue(value), json => json.GetGuid()),
    ];

    private static readonly FrozenDictionary<Type, StatePrimitive> ByType = All.ToFrozenDictionary(one => one.Type);

    private StatePrimitive(
        string name,
        Type type,
        bool plain,
        Action<Utf8JsonWriter, object> write,
        Func<JsonElement, object> read
    )
    {
        Name = name;
        Type = type;
        IsPlain = plain;
        Write = write;
        Read = read;
    }

    public string Name { get; }

    public Type Type { get; }

    public bool IsPlain { get; }

    public Action<Utf8JsonWriter, object> Write { get; }

    public Func<JsonElement, object> Read { get; }

    public static StatePrimitive? Of(Type type) => ByType.GetValueOrDefault(type);

    public static StatePrimitive? Of(string name) => Array.Find(All, primitive => primitive.Name == name);

    private static StatePrimitive Make<T>(
        string name,
        Action<Utf8JsonWriter, T> write,
        Func<JsonElement, T> read,
        bool plain = false
    )
        where T : notnull => new(name, typeof(T), plain, (json, value) => write(json, (T)value), json => read(json));

    // JSON has no literals for these three.
    private static void WriteDouble(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static double ReadDouble(JsonElement json) =>
        json.ValueKind == JsonValueKind.String
            ? double.Parse(json.GetString()!, CultureInfo.InvariantCulture)
            : json.GetDouble();
}
