using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TriageBot.BotFramework.State;

/// <summary>Reads the parts of a registered type, and below them whatever they hold.</summary>
public sealed class StateReader
{
    private readonly StateCodec codec;
    private readonly string key;
    private readonly StateStep? at;

    internal StateReader(StateCodec codec, JsonElement json, string key)
        : this(codec, json, key, null) { }

    private StateReader(StateCodec codec, JsonElement json, string key, StateStep? at)
    {
        this.codec = codec;
        this.key = key;
        this.at = at;
        Json = json;
    }

    internal JsonElement Json { get; }

    /// <summary>Reads a part; the type's default where it is missing or null.</summary>
    /// <exception cref="StateCodecException">It is of another type.</exception>
    public T? Read<T>(string name)
    {
        if (!Json.TryGetProperty(name, out var part) || part.ValueKind == JsonValueKind.Null)
        {
            return default;
        }
        var reader = Below(part, new StateStep(name, 0, at));
        return reader.ReadValue() is T value ? value : throw reader.Error($"this is not a {typeof(T)}.");
    }

    /// <summary>Reads a part that was written as plain JSON; the type's default where it is missing.</summary>
    public T? ReadJson<T>(string name, JsonTypeInfo<T> info) =>
        Json.TryGetProperty(name, out var part) ? part.Deserialize(info) : default;

    internal object? ReadValue()
    {
        try
        {
            return Json.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.String => Json.GetString(),
                JsonValueKind.Number => Json.GetInt32(),
                JsonValueKind.Array => ReadItems(new List<object?>(), typeof(object)),
                _ when Json.TryGetProperty(StateCodec.TypeTag, out var name) => ReadTagged(name.GetString()!),
                _ => ReadMap(new Dictionary<string, object?>(), typeof(object)),
            };
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new StateCodecException(key, StateStep.Path(at), "this is not the text of a state.", e);
        }
    }

    internal StateCodecException Error(string problem) => new(key, StateStep.Path(at), problem);

    private static bool IsDamage(Exception e) =>
        e
            is FormatException
                or JsonException
                or KeyNotFoundException
                or ArgumentException
                or OverflowException
                or NotSupportedException
        || (e is InvalidOperationException and not StateCodecException);

    private object? ReadTagged(string name)
    {
        var type = codec.Names.TypeOf(name) ?? throw Error($"'{name}' is not the name of a registered state type.");
        var value = Json.GetProperty(StateCodec.ValueTag);
        if (StatePrimitive.Of(type) is { } primitive)
        {
            return primitive.Read(value);
        }
        if (codec.Names.Registered(type) is { } registered)
        {
            return registered.Read(new StateReader(codec, value, key, at));
        }
        return new StateReader(codec, value, key, at).ReadCollection(type);
    }

    private object? ReadCollection(Type type)
    {
        if (StateNames.MapItem(type) is { } mapItem)
        {
            return ReadMap((IDictionary)Activator.CreateInstance(type)!, mapItem);
        }
        if (StateNames.ListItem(type) is not { } listItem)
        {
            return Json.Deserialize(type, codec.Unregistered!);
        }
        var list = ReadItems((IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(listItem))!, listItem);
        if (!type.IsSZArray)
        {
            return list;
        }
        var array = Array.CreateInstance(listItem, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    private IList ReadItems(IList list, Type itemType)
    {
        foreach (var item in Json.EnumerateArray())
        {
            list.Add(ReadItem(item, null, list.Count, itemType));
        }
        return list;
    }

    private IDictionary ReadMap(IDictionary map, Type itemType)
    {
        foreach (var property in Json.EnumerateObject())
        {
            var name = property.Name;
            map[name] = ReadItem(property.Value, name, 0, itemType);
        }
        return map;
    }

    private object? ReadItem(JsonElement item, string? name, int index, Type itemType)
    {
        var primitive = StatePrimitive.Of(Nullable.GetUnderlyingType(itemType) ?? itemType);
        return item.ValueKind == JsonValueKind.Null || primitive is null
            ? Below(item, new StateStep(name, index, at)).ReadValue()
            : primitive.Read(item);
    }

    private StateReader Below(JsonElement part, StateStep step) => new(codec, part, key, step);
}
