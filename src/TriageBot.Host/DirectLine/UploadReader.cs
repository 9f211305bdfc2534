using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using TriageBot.BotFramework.Schema;
using TriageBot.Host.Connector;

namespace TriageBot.Host.DirectLine;

/// <summary>
/// Reads an upload: a part with the activity, and a part for each file. Of the files only name and kind are read; what is
/// in them runs past.
/// </summary>
internal static class UploadReader
{
    // A photograph of a phone may have 10 MB. It is not kept, but a client must not send for ever.
    private const long MostBytes = 32 * 1024 * 1024;
    private const int MostParts = 21;
    private const int LongestBoundary = 100;

    /// <summary>An activity in JSON; empty where there is none to be had, null where it is too large.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        // One file by itself is the whole body.
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (type.Type != "multipart")
        {
            return Write(null, [File(type.MediaType.Value, FileName(request.Headers.ContentDisposition))]);
        }

        return boundary is { Length: > 0 and <= LongestBoundary }
            ? await ReadPartsAsync(new MultipartReader(boundary, request.Body), stop)
            : ReadOnlyMemory<byte>.Empty;
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadPartsAsync(MultipartReader parts, CancellationToken stop)
    {
        JsonObject? activity = null;
        var files = new List<JsonObject>();
        try
        {
            for (var count = 0; await parts.ReadNextSectionAsync(stop) is { } part; count++)
            {
                if (count == MostParts)
                {
                    return null;
                }

                if (part.ContentType?.StartsWith(Activity.ContentType, StringComparison.OrdinalIgnoreCase) == true)
                {
                    activity = await ParseAsync(part.Body, stop);
                }
                else
                {
                    files.Add(File(part.ContentType, FileName(part.ContentDisposition)));
                }
            }
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or JsonException)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        return Write(activity, files);
    }

    private static async Task<JsonObject?> ParseAsync(Stream body, CancellationToken stop)
    {
        using var words = new MemoryStream();
        var chunk = new byte[4096];
        int read;
        while ((read = await body.ReadAsync(chunk, stop)) > 0)
        {
            words.Write(chunk, 0, read);
            if (words.Length > InboundReader.MostBytes)
            {
                throw new InvalidDataException("The activity is too large.");
            }
        }

        return JsonNode.Parse(words.ToArray()) as JsonObject;
    }

    private static ReadOnlyMemory<byte> Write(JsonObject? activity, List<JsonObject> files)
    {
        activity ??= new JsonObject { ["type"] = ActivityTypes.Message };
        try
        {
            if (files.Count > 0)
            {
                activity["attachments"] = new JsonArray([.. files]);
            }

            return Encoding.UTF8.GetBytes(activity.ToJsonString());
        }
        // Half of a surrogate pair, escaped, and a name that is there twice, are JSON and yet nothing to read.
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
    }

    private static JsonObject File(string? contentType, string? name) =>
        new() { ["contentType"] = contentType ?? "application/octet-stream", ["name"] = name };

    private static string? FileName(string? disposition) =>
        ContentDispositionHeaderValue.TryParse(disposition, out var parsed)
            ? HeaderUtilities.RemoveQuotes(parsed.FileName).Value
            : null;
}
