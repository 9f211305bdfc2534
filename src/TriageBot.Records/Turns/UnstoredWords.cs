using System.Text.Json;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;

namespace TriageBot.Records.Turns;

/// <summary>What an answer can say where nothing could be stored: it promises nothing, because nobody will see it.</summary>
internal static class UnstoredWords
{
    /// <summary>Expected replies with the safety text; null where the caller does not read replies.</summary>
    public static string? Body(ActivityArrival arrival, SafetyNet net, TimeProvider clock)
    {
        var inbound = BotJson.ReadActivity(arrival.Body.Span);
        if (inbound.DeliveryMode != DeliveryModes.ExpectReplies)
        {
            return null;
        }

        var turn = new FailedTurn(
            arrival.Address.Door,
            inbound.ChannelId,
            inbound.Locale,
            inbound.Text is { Length: > 0 } text && net.RedFlag(text),
            IsRecorded: false
        );
        return Write(net.Text(turn).Select(words => Reply(inbound, words, clock)));
    }

    public static string Write(IEnumerable<Activity> replies) =>
        JsonSerializer.Serialize(new ExpectedReplies([.. replies]), BotJson.Options);

    private static Activity Reply(Activity inbound, string text, TimeProvider clock)
    {
        var reply = inbound.CreateReply(text);
        reply.Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
        reply.Timestamp = clock.GetUtcNow();
        return reply;
    }
}
