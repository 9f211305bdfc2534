using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace TriageBot.BotFramework.State;

/// <summary>
/// Names of types in stored text. Collections put a word before the name of what they hold: <c>list int</c>,
/// <c>array string</c>, <c>map object</c>, <c>list map guid</c>; <c>int?</c> is an int or null.
/// </summary>
internal sealed class StateNames(FrozenDictionary<string, StateType> byName, bool allowUnregistered)
{
    private const string Unregistered = "clr:";

    // Reflection is asked once for each type that a state ever held.
    private static readonly ConcurrentDictionary<Type, (Type? OfList, Type? OfMap)> Items = new();
    private readonly FrozenDictionary<Type, StateType> byType = byName.Values.ToFrozenDictionary(type => type.Type);
    private readonly ConcurrentDictionary<Type, string> namesMet = new();
    private readonly ConcurrentDictionary<string, Type> typesMet = new(StringComparer.Ordinal);

    public static bool IsReserved(string name) =>
        name is "object" or "list" or "array" or "map" or "value" || StatePrimitive.Of(name) is not null;

    /// <summary>What a list or array of exactly this type holds; null where it is neither.</summary>
    public static Type? ListItem(Type type) => Items.GetOrAdd(type, ItemsOf).OfList;

    /// <summary>What a dictionary of exactly this type holds under its strings; null where it is none.</summary>
    public static Type? MapItem(Type type) => Items.GetOrAdd(type, ItemsOf).OfMap;

    public StateType? Registered(Type type) => byType.GetValueOrDefault(type);

    public StateType? Registered(string name) => byName.GetValueOrDefault(name);

    /// <summary>The name of a type, or null where the list does not hold it.</summary>
    public string? NameOf(Type type)
    {
        if (!namesMet.TryGetValue(type, out var name) && FindName(type) is { } found)
        {
            namesMet[type] = name = found;
        }
        return name;
    }

    /// <summary>The type of a name, or null where the list does not hold it.</summary>
    public Type? TypeOf(string name)
    {
        if (!typesMet.TryGetValue(name, out var type) && FindType(name) is { } found)
        {
            typesMet[name] = type = found;
        }
        return type;
    }

    private string? FindName(Type type)
    {
        if (type == typeof(object))
        {
            return "object";
        }
        if (StatePrimitive.Of(type) is { } primitive)
        {
            return primitive.Name;
        }
        if (Registered(type) is { } registered)
        {
            return registered.Name;
        }
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) is { } name ? name + "?" : null;
        }
        return CollectionName(type) ?? (allowUnregistered ? Unregistered + type.AssemblyQualifiedName : null);
    }

    private Type? FindType(string name)
    {
        if (name == "object")
        {
            return typeof(object);
        }
        if (allowUnregistered && name.StartsWith(Unregistered, StringComparison.Ordinal))
        {
            return Type.GetType(name[Unregistered.Length..]);
        }
        if (name.Split(' ', 2) is [var collection, var item])
        {
            return TypeOf(item) is { } itemType ? CollectionType(collection, itemType) : null;
        }
        if (name.EndsWith('?'))
        {
            return TypeOf(name[..^1]) is { IsValueType: true } type ? typeof(Nullable<>).MakeGenericType(type) : null;
        }
        return StatePrimitive.Of(name)?.Type ?? Registered(name)?.Type;
    }

    private static (Type? OfList, Type? OfMap) ItemsOf(Type type) =>
        type.IsSZArray ? (type.GetElementType(), null)
        : Is(type, typeof(List<>)) ? (type.GetGenericArguments()[0], null)
        : Is(type, typeof(Dictionary<,>)) && type.GetGenericArguments() is [var key, var item] && key == typeof(string)
            ? (null, item)
        : (null, null);

    private static bool Is(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static Type? CollectionType(string name, Type item) =>
        name switch
        {
            "list" => typeof(List<>).MakeGenericType(item),
            "array" => item.MakeArrayType(),
            "map" => typeof(Dictionary<,>).MakeGenericType(typeof(string), item),
            _ => null,
        };

    private string? CollectionName(Type type)
    {
        var word =
            type.IsSZArray ? "array "
            : MapItem(type) is not null ? "map "
            : "list ";
        return (ListItem(type) ?? MapItem(type)) is { } item && NameOf(item) is { } name ? word + name : null;
    }
}
