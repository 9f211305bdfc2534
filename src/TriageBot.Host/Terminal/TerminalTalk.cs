using System.Text.Json;
using TriageBot.BotFramework.Hosting;
using TriageBot.BotFramework.Schema;
using TriageBot.Host.Connector;
using TriageBot.Host.Link;
using TriageBot.Records.Turns;

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
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    private readonly string external = NewId(clock);
    private string? conversation;
    private long seen;

    /// <summary>Greets, and answers line after line until there are no more.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var arrival = Begin(ActivityTypes.ConversationUpdate);
        arrival.MembersAdded = [arrival.From!];
        await SendAsync(arrival, stop);
        while (await NextLineAsync(stop) is { } line)
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

    /// <summary>Shows what the bot says by itself while the person thinks: nobody was asked to answer in time.</summary>
    private async Task<string?> NextLineAsync(CancellationToken stop)
    {
        var line = screen.ReadAsync(stop);
        while (await Task.WhenAny(line, Task.Delay(Glance, clock, stop)) != line)
        {
            await ShowNewAsync(stop);
        }

        return await line;
    }

    private async Task SendAsync(Activity activity, CancellationToken stop)
    {
        var answer = await work.SayAsync(activity, protocol, stop);
        if (answer.IsStored)
        {
            conversation = answer.ConversationId;
            await ShowNewAsync(stop);
        }
        else
        {
            ShowUnstored(answer);
        }
    }

    private async Task ShowNewAsync(CancellationToken stop)
    {
        if (conversation is null)
        {
            return;
        }

        foreach (var spoken in await work.ReadSinceAsync(conversation, seen, stop))
        {
            seen = spoken.Sequence;
            Show(BotJson.ReadActivity(spoken.Activity));
        }
    }

    private void ShowUnstored(TurnAnswer answer)
    {
        var said = answer.Body is { } body ? JsonSerializer.Deserialize<ExpectedReplies>(body, BotJson.Options) : null;
        foreach (var reply in said?.Activities ?? [])
        {
            Show(reply);
        }

        screen.Note("That was not stored. Please send it again in a moment.");
    }

    private void Show(Activity reply)
    {
        if (reply.Type == ActivityTypes.Message)
        {
            screen.Show(reply.Text ?? "", IsEmergency(reply));
        }
    }

    private Activity Begin(string type) =>
        new()
        {
            Type = type,
            Id = NewId(clock),
            Timestamp = clock.GetUtcNow(),
            ChannelId = "terminal",
            Locale = language,
            DeliveryMode = DeliveryModes.ExpectReplies,
            From = new ChannelAccount("person", role: RoleTypes.User),
            Recipient = new ChannelAccount("triagebot", role: RoleTypes.Bot),
            Conversation = new ConversationAccount(id: external),
        };

    private static bool IsEmergency(Activity reply) =>
        reply.ChannelData is JsonElement data
        && data.TryGetProperty("triage", out var triage)
        && triage.TryGetProperty("outcome", out var outcome)
        && outcome.TryGetProperty("disposition", out var disposition)
        && disposition.GetString() == "emergency";

    private static string NewId(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
}
