using System.Text.Json;
using System.Text.Json.Serialization;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.BotFramework.Schema;

/// <summary>A piece of metadata about an activity; what it holds depends on its <see cref="Type"/>.</summary>
public class Entity : IEquatable<Entity>
{
    public Entity() { }

    public Entity(string? type = null) => Type = type;

    public string? Type { get; set; }

    /// <summary>All that the entity holds besides its type.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Properties { get; set; } = new Dictionary<string, JsonElement>();

    /// <summary>Reads this entity as <typeparamref name="T"/>.</summary>
    /// <exception cref="JsonException">The properties do not fit the type.</exception>
    public T? GetAs<T>() => BotJson.Convert<T>(BotJson.ToElement<Entity>(this));

    /// <summary>Takes over type and properties from <paramref name="obj"/>.</summary>
    public void SetAs<T>(T obj)
    {
        var entity = BotJson.Convert<Entity>(BotJson.ToElement(obj));
        Type = entity?.Type ?? Type;
        Properties = entity?.Properties ?? Properties;
    }

    public bool Equals(Entity? other) =>
        other is not null && JsonElement.DeepEquals(BotJson.ToElement<Entity>(this), BotJson.ToElement<Entity>(other));

    public override bool Equals(object? obj) => Equals(obj as Entity);

    public override int GetHashCode() => Type?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
