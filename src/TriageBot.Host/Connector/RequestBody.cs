using System.Buffers;

namespace TriageBot.Host.Connector;

/// <summary>Reads a body whole, up to a bound.</summary>
internal static class RequestBody
{
    /// <summary>The bytes, or null where there are more than <paramref name="most"/>.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int most, CancellationToken stop)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        // What has arrived stays in the server's own buffers until all of it is there.
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(stop);
            var arrived = read.Buffer;
            if (arrived.Length > most)
            {
                reader.AdvanceTo(arrived.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = arrived.ToArray();
                reader.AdvanceTo(arrived.End);
                return body;
            }

            reader.AdvanceTo(arrived.Start, arrived.End);
        }
    }
}
