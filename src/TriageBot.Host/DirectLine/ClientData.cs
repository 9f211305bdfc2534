using System.Text.Json;

namespace TriageBot.Host.DirectLine;

/// <summary>What clients of Direct Line put into <c>channelData</c>.</summary>
internal static class ClientData
{
    private const int LongestId = 200;

    /// <summary>
    /// <c>clientActivityID</c>: the client's own name for what it sends, by which it knows it again on the stream, and we
    /// know it when it is sent twice.
    /// </summary>
    public static string? IdOf(object? channelData) =>
        channelData is JsonElement { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 and <= LongestId } text
        && !text.Any(char.IsControl)
            ? text
            : null;
}
