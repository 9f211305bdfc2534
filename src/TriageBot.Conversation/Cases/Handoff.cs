using System.Text.Json;
using TriageBot.Conversation.CheckIns;
using TriageBot.Conversation.Effects;
using TriageBot.Conversation.Messages;

namespace TriageBot.Conversation.Cases;

/// <summary>
/// Bot Framework's handoff: on a channel that can hand a conversation to a person, a new or more urgent case asks for
/// one, and what becomes of it is kept with the case. The case and its due time stand whatever the channel does.
/// </summary>
internal static class Handoff
{
    private const int LongestMessage = 500;

    /// <summary>Asks for a person where the case has just opened or risen.</summary>
    /// <param name="before">The case as the turn found it.</param>
    public static async Task AskAsync(ITurnContext context, CaseLink? before, CancellationToken cancellation)
    {
        var turn = CheckInTurn.Of(context);
        if (
            turn.CheckIn.Case is not { } link
            || before is not null && before.Id == link.Id && link.Disposition <= before.Disposition
            || !turn.Content.HandoffChannels.Contains(context.Activity.ChannelId ?? "")
        )
        {
            return;
        }

        var value = new Dictionary<string, object>
        {
            ["skill"] = "nurse",
            ["case"] = link.Id,
            ["disposition"] = TriageData.NameOf(link.Disposition.Route),
            ["due"] = link.Due.UtcDateTime,
        };
        await context.SendActivityAsync(EventFactory.CreateHandoffInitiation(context, value), cancellation);
    }

    /// <summary>Keeps what the channel's side reports.</summary>
    public static void Record(ITurnContext context)
    {
        var turn = CheckInTurn.Of(context);
        var (state, message) = Read(context.Activity.Value?.ToString());
        var id = turn.CheckIn.Case?.Id ?? (turn.Facts.OpenCases is [.., var last] ? last.Id : null);
        if (id is null)
        {
            turn.Effects.Note($"handoff-{state}", "no case is open");
            return;
        }

        turn.Effects.NoteOnCase(id, $"handoff-{state}", message);
    }

    private static (string State, string? Message) Read(string? json)
    {
        const string Unknown = "unknown";
        try
        {
            using var value = JsonDocument.Parse(json ?? "null");
            if (value.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (Unknown, null);
            }

            var state = Text(value.RootElement, "state") is ("accepted" or "failed" or "completed") and var known
                ? known
                : Unknown;
            var message = Text(value.RootElement, "message");
            return (state, message?.Length > LongestMessage ? message[..LongestMessage] : message);
        }
        catch (JsonException)
        {
            return (Unknown, null);
        }
    }

    private static string? Text(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}
