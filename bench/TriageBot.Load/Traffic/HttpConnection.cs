using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TriageBot.Load.Traffic;

/// <summary>
/// HTTP/1.1 on one socket that stays open, no more of it than the two servers speak: it shares the processors with them.
/// </summary>
internal sealed class HttpConnection(IPEndPoint endpoint) : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string head =
        $"POST /api/messages HTTP/1.1\r\nHost: {endpoint}\r\nContent-Type: application/json\r\nContent-Length: ";

    private readonly byte[] sending = new byte[4096];
    private byte[] received = new byte[64 * 1024];

    public async Task OpenAsync(CancellationToken stop) => await socket.ConnectAsync(endpoint, stop);

    /// <summary>Posts the body and returns the answer's status and body; the body is good until the next call.</summary>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> PostAsync(
        ReadOnlyMemory<byte> body,
        CancellationToken stop
    )
    {
        var length = Encoding.ASCII.GetBytes(head, sending);
        Utf8Formatter.TryFormat(body.Length, sending.AsSpan(length), out var digits);
        length += digits;
        EndOfHead.CopyTo(sending, length);
        length += EndOfHead.Length;
        body.CopyTo(sending.AsMemory(length));
        await socket.SendAsync(sending.AsMemory(0, length + body.Length), stop);
        return await ReceiveAsync(stop);
    }

    public void Dispose() => socket.Dispose();

    private async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> ReceiveAsync(CancellationToken stop)
    {
        var filled = 0;
        var wanted = int.MaxValue;
        var bodyAt = 0;
        while (filled < wanted)
        {
            if (filled == received.Length)
            {
                Array.Resize(ref received, received.Length * 2);
            }

            var count = await socket.ReceiveAsync(received.AsMemory(filled), stop);
            if (count == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            filled += count;
            if (bodyAt == 0 && received.AsSpan(0, filled).IndexOf(EndOfHead) is > 0 and var end)
            {
                bodyAt = end + EndOfHead.Length;
                wanted = bodyAt + LengthOf(received.AsSpan(0, bodyAt));
            }
        }

        return Utf8Parser.TryParse(received.AsSpan("HTTP/1.1 ".Length), out int status, out _)
            ? (status, received.AsMemory(bodyAt, wanted - bodyAt))
            : throw new IOException("The answer has no status.");
    }

    private static int LengthOf(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at >= 0 && Utf8Parser.TryParse(head[(at + "Content-Length: ".Length)..], out int length, out _)
            ? length
            : throw new IOException($"The answer has no length: {Encoding.ASCII.GetString(head)}");
    }
}
