using System.Buffers;

namespace TriageBot.BotFramework.State;

/// <summary>JSON is written in one go and taken as text at once, so one buffer serves all turns of a thread.</summary>
internal static class SpareBuffer
{
    private const int UsualBytes = 8 * 1024;
    private const int MostSpareBytes = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? spare;

    /// <summary>An empty buffer. What is not returned is not missed.</summary>
    public static ArrayBufferWriter<byte> Take()
    {
        var buffer = spare ?? new ArrayBufferWriter<byte>(UsualBytes);
        spare = null;
        return buffer;
    }

    public static void Return(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= MostSpareBytes)
        {
            buffer.ResetWrittenCount();
            spare = buffer;
        }
    }
}
