using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;

namespace TriageBot.BotFramework.State;

/// <summary>
/// The closed list of types, beyond the built-in ones, that a state may hold. Names are what the database keeps: they
/// never change, while the types may be renamed and moved. Fill the list at start, before the codec is made.
/// </summary>
public sealed class StateTypes
{
    private readonly Dictionary<string, StateType> types = new(StringComparer.Ordinal);

    /// <summary>Begins the list with the types of this room.</summary>
    public StateTypes() => RoomTypes.AddTo(this);

    /// <summary>Adds a type that is written as its JSON. Its own properties of type object are not codec values: give
    /// such a type its parts by the other overload.</summary>
    /// <param name="name">Letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, beginning with a letter.</param>
    /// <param name="info">From a generated <c>JsonSerializerContext</c>.</param>
    /// <exception cref="ArgumentException">Name or type is taken, or the name has another form.</exception>
    public StateTypes Register<T>(string name, JsonTypeInfo<T> info)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(info);
        return Add(new JsonStateType<T>(name, info));
    }

    /// <summary>Adds a type that is written part by part; each part is a codec value or JSON of a known type.</summary>
    /// <inheritdoc cref="Register{T}(string, JsonTypeInfo{T})"/>
    public StateTypes Register<T>(string name, Action<T, StateWriter> write, Func<StateReader, T> read)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        return Add(new PartsStateType<T>(name, write, read));
    }

    internal FrozenDictionary<string, StateType> ByName() => types.ToFrozenDictionary(StringComparer.Ordinal);

    private StateTypes Add(StateType type)
    {
        if (!IsName(type.Name) || StateNames.IsReserved(type.Name))
        {
            throw new ArgumentException($"'{type.Name}' cannot be the name of a state type.");
        }
        if (StatePrimitive.Of(type.Type) is not null || types.Values.Any(known => known.Type == type.Type))
        {
            throw new ArgumentException($"{type.Type} is a state type already.");
        }
        if (!types.TryAdd(type.Name, type))
        {
            throw new ArgumentException($"'{type.Name}' is the name of {types[type.Name].Type} already.");
        }
        return this;
    }

    private static bool IsName(string name) =>
        name.Length > 0
        && char.IsAsciiLetter(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
