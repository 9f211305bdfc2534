using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TriageBot.BotFramework.State;

/// <summary>One type of the closed list, and how its values are written and read.</summary>
internal abstract class StateType(string name, Type type)
{
    public string Name => name;

    public Type Type => type;

    public abstract void Write(StateWriter writer, object value);

    public abstract object Read(StateReader reader);
}

internal sealed class JsonStateType<T>(string name, JsonTypeInfo<T> info) : StateType(name, typeof(T))
    where T : notnull
{
    public override void Write(StateWriter writer, object value) =>
        JsonSerializer.Serialize(writer.Json, (T)value, info);

    public override object Read(StateReader reader) =>
        reader.Json.Deserialize(info) ?? throw reader.Error($"null is not a {Name}.");
}

internal sealed class PartsStateType<T>(string name, Action<T, StateWriter> write, Func<StateReader, T> read)
    : StateType(name, typeof(T))
    where T : notnull
{
    public override void Write(StateWriter writer, object value)
    {
        writer.Json.WriteStartObject();
        write((T)value, writer);
        writer.Json.WriteEndObject();
    }

    public override object Read(StateReader reader) => read(reader);
}
