using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TriageBot.BotFramework.State;

/// <summary>Writes the parts of a registered type, and below them whatever they hold.</summary>
public sealed class StateWriter
{
    private readonly StateCodec codec;
    private readonly string key;
    private StateStep? at;
    private int depth;

    internal StateWriter(StateCodec codec, Utf8JsonWriter json, string key)
    {
        this.codec = codec;
        this.key = key;
        Json = json;
    }

    internal Utf8JsonWriter Json { get; }

    /// <summary>Writes a part that may be any value a state may hold.</summary>
    public void Write(string name, object? value)
    {
        Json.WritePropertyName(name);
        At(new StateStep(name, 0, at), value);
    }

    /// <summary>Writes a part as plain JSON of a type that both sides know.</summary>
    public void WriteJson<T>(string name, T value, JsonTypeInfo<T> info)
    {
        Json.WritePropertyName(name);
        JsonSerializer.Serialize(Json, value, info);
    }

    internal void WriteValue(object? value)
    {
        if (depth > StateCodec.MaxDepth)
        {
            throw Error($"values are nested more than {StateCodec.MaxDepth} deep; does one hold itself?");
        }
        switch (value)
        {
            case null:
                Json.WriteNullValue();
                break;
            case Dictionary<string, object?> map when IsPlain(map):
                WriteMap(map, typeof(object));
                break;
            case List<object?> list when list.GetType() == typeof(List<object?>):
                WriteItems(list, typeof(object));
                break;
            case var _ when StatePrimitive.Of(value.GetType()) is { IsPlain: true } primitive:
                primitive.Write(Json, value);
                break;
            default:
                WriteTagged(value);
                break;
        }
    }

    // A derived type would come back as its base, and a key like the tag as a type: both are tagged themselves.
    private static bool IsPlain(Dictionary<string, object?> map) =>
        map.GetType() == typeof(Dictionary<string, object?>) && !map.ContainsKey(StateCodec.TypeTag);

    private void WriteTagged(object value)
    {
        var type = value.GetType();
        var name = codec.Names.NameOf(type) ?? throw Unknown(type);
        Json.WriteStartObject();
        Json.WriteString(StateCodec.TypeTag, name);
        Json.WritePropertyName(StateCodec.ValueTag);
        WritePayload(value, type);
        Json.WriteEndObject();
    }

    private void WritePayload(object value, Type type)
    {
        if (StatePrimitive.Of(type) is { } primitive)
        {
            primitive.Write(Json, value);
        }
        else if (codec.Names.Registered(type) is { } registered)
        {
            registered.Write(this, value);
        }
        else if (StateNames.MapItem(type) is { } mapItem)
        {
            WriteMap((IDictionary)value, mapItem);
        }
        else if (StateNames.ListItem(type) is { } listItem)
        {
            WriteItems((IList)value, listItem);
        }
        else
        {
            JsonSerializer.Serialize(Json, value, type, codec.Unregistered!);
        }
    }

    private void WriteItems(IList list, Type itemType)
    {
        Json.WriteStartArray();
        for (var i = 0; i < list.Count; i++)
        {
            WriteItem(null, i, list[i], itemType);
        }
        Json.WriteEndArray();
    }

    private void WriteMap(IDictionary map, Type itemType)
    {
        Json.WriteStartObject();
        for (var entries = map.GetEnumerator(); entries.MoveNext(); )
        {
            var name = (string)entries.Key;
            Json.WritePropertyName(name);
            WriteItem(name, 0, entries.Value, itemType);
        }
        Json.WriteEndObject();
    }

    // An item of a built-in type needs no tag: the collection's own says what it is.
    private void WriteItem(string? name, int index, object? item, Type itemType)
    {
        var primitive = StatePrimitive.Of(Nullable.GetUnderlyingType(itemType) ?? itemType);
        if (item is not null && primitive is not null)
        {
            primitive.Write(Json, item);
        }
        else
        {
            At(new StateStep(name, index, at), item);
        }
    }

    private void At(StateStep step, object? value)
    {
        (at, depth) = (step, depth + 1);
        WriteValue(value);
        (at, depth) = (step.Above, depth - 1);
    }

    private StateCodecException Unknown(Type type) =>
        Error(
            $"a value of type {type} cannot be kept. Register it with StateTypes.Register, or keep strings, bool, int, "
                + "long, double, decimal, DateTimeOffset, Guid, and List<T>, T[] and Dictionary<string, T> of them."
        );

    private StateCodecException Error(string problem) => new(key, StateStep.Path(at), problem);
}
