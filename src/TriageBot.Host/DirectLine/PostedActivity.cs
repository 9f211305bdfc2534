using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Host.Connector;

namespace TriageBot.Host.DirectLine;

/// <summary>What a client posted, and what becomes of it.</summary>
internal abstract record PostedActivity
{
    private PostedActivity() { }

    /// <param name="Activity">Only what a patient may say; addressed by us.</param>
    /// <param name="ClientId">Makes two posts the same; null where the client gives nothing.</param>
    public sealed record Turn(Activity Activity, string? ClientId) : PostedActivity
    {
        public byte[] Body => Encoding.UTF8.GetBytes(BotJson.Write(Activity));
    }

    /// <summary>A client's sign that its user came, which is as good as beginning the conversation.</summary>
    public sealed record Joined(string? Locale) : PostedActivity;

    /// <summary>Nothing to do; the sender is told that all is well.</summary>
    /// <param name="Kind">One of a few names, for counting.</param>
    public sealed record Nothing(string Kind) : PostedActivity;

    /// <inheritdoc cref="Inbound.Refused"/>
    public sealed record Refused(int Status, string Code, string Message) : PostedActivity;

    /// <summary>Reads a body as the holder of a token sent it.</summary>
    public static PostedActivity Read(ReadOnlySpan<byte> body, DirectLineToken holder, string bot, DateTimeOffset now)
    {
        if (Parse(body) is not { } said || string.IsNullOrEmpty(said.Type))
        {
            return new Refused(
                400,
                "BadSyntax",
                "The body must be one JSON object, an activity with a type, in UTF-8."
            );
        }

        if (said.Type == ActivityTypes.Event && said.Name == "webchat/join")
        {
            return new Joined(said.Locale);
        }

        var begins =
            said.Type == ActivityTypes.Message
            || (
                said.Type == ActivityTypes.Event && said.Name?.StartsWith("handoff.", StringComparison.Ordinal) == true
            );
        return begins ? Check(said, holder, bot, now)
            : said.Type == ActivityTypes.Typing ? new Nothing(ActivityTypes.Typing)
            : new Nothing("other");
    }

    private static Activity? Parse(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return null;
        }

        try
        {
            return BotJson.ReadActivity(body);
        }
        // Half of a surrogate pair, escaped, is JSON and yet no text.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static PostedActivity Check(Activity said, DirectLineToken holder, string bot, DateTimeOffset now)
    {
        if (said.Text?.Length > InboundReader.LongestText)
        {
            return new Refused(
                413,
                "MessageSizeTooBig",
                $"The text is longer than {InboundReader.LongestText} characters. Send it in parts."
            );
        }

        try
        {
            var clientId = ClientData.IdOf(said.ChannelData);
            var turn = new Turn(PatientActivity.Of(said, holder, bot, now), clientId);
            return turn.Body.Length > 0 ? turn : throw new InvalidOperationException("An activity is never empty.");
        }
        // Half a surrogate pair deep inside of what is passed on is found when it is written.
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException)
        {
            return new Refused(400, "BadSyntax", "The activity holds what is no Unicode text.");
        }
    }
}
