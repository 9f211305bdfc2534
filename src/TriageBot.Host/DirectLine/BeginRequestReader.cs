using System.Text.Json;
using TriageBot.Host.Connector;

namespace TriageBot.Host.DirectLine;

/// <summary>Reads what a client says of itself when it asks for a token or begins.</summary>
internal static class BeginRequestReader
{
    private const int MostBytes = 16 * 1024;
    private const int LongestUser = 200;

    private static readonly BeginRequest Nothing = new(null, null);

    /// <summary>Null where the body is no such thing; without a body nothing is said.</summary>
    public static async Task<BeginRequest?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (await RequestBody.ReadAsync(request, MostBytes, stop) is not { } body)
        {
            return null;
        }

        try
        {
            var said = body.Length == 0 ? Nothing : Parse(body.Span) ?? Nothing;
            return IsUser(said.User?.Id) ? said : null;
        }
        // Half of a surrogate pair, escaped, is JSON and yet no text.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static BeginRequest? Parse(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize<BeginRequest>(body, JsonSerializerOptions.Web);

    private static bool IsUser(string? id) => id is null || (id.Length <= LongestUser && !id.Any(char.IsControl));
}
