using System.Text.Json;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Host.Connector;
using TriageBot.Host.Link;

namespace TriageBot.Host.Terminal;

/// <summary>One conversation between the bot and whoever sits at the terminal.</summary>
internal sealed class TerminalTalk(
    IHostWork work,
    IScreen screen,
    TimeProvider clock,
    string? protocol,
    string? language
)
{
    private readonly string conversation = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    /// <summary>Greets, and answers line after line until there are no more.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var arrival = Begin(ActivityTypes.ConversationUpdate);
        arrival.MembersAdded = [arrival.From!];
        await SendAsync(arrival, stop);
        while (await screen.ReadAsync(stop) is { } line)
        {
            var text = line.Trim();
            if (text.Length > InboundReader.LongestText)
            {
                screen.Note($"That is longer than {InboundReader.LongestText} characters. Please send it in parts.");
            }
            else if (text.Length > 0)
            {
                var message = Begin(ActivityTypes.Message);
                message.Text = text;
                await SendAsync(message, stop);
            }
        }
    }

    private Activity Begin(string type) =>
        new()
        {
            Type = type,
            Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"),
            Timestamp = clock.GetUtcNow(),
            ChannelId = "terminal",
            Locale = language,
            DeliveryMode = DeliveryModes.ExpectReplies,
            From = new ChannelAccount("person", role: RoleTypes.User),
            Recipient = new ChannelAccount("triagebot", role: RoleTypes.Bot),
            Conversation = new ConversationAccount(id: conversation),
        };

    private async Task SendAsync(Activity activity, CancellationToken stop)
    {
        var answer = await work.SayAsync(activity, protocol, stop);
        var replies = answer.Body is { } body
            ? JsonSerializer.Deserialize<ExpectedReplies>(body, BotJson.Options)?.Activities ?? []
            : [];
        foreach (var reply in replies.Where(reply => reply.Type == ActivityTypes.Message))
        {
            screen.Show(reply.Text ?? "", IsEmergency(reply));
        }

        if (!answer.IsStored)
        {
            screen.Note("That was not stored. Please send it again in a moment.");
        }
    }

    private static bool IsEmergency(Activity reply) =>
        reply.ChannelData is JsonElement data
        && data.TryGetProperty("triage", out var triage)
        && triage.TryGetProperty("outcome", out var outcome)
        && outcome.TryGetProperty("disposition", out var disposition)
        && disposition.GetString() == "emergency";
}
