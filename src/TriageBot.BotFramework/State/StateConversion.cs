using System.Text.Json;
using System.Text.Json.Nodes;
using TriageBot.BotFramework.Hosting;

namespace TriageBot.BotFramework.State;

/// <summary>Reads a value as another type than it was kept as, where JSON can: an int as a long, a list as an array.</summary>
internal static class StateConversion
{
    /// <summary>The value as JSON without type names, to look at.</summary>
    public static JsonNode? Show(object? value) => JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Default);

    public static T? As<T>(object value, string property)
    {
        try
        {
            return BotJson.Convert<T>(BotJson.OpenElement(value));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new InvalidOperationException(
                $"State property '{property}' holds a {value.GetType()}, which cannot be read as {typeof(T)}.",
                e
            );
        }
    }
}
